package dev.cacheward.operator;

import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.Interceptor;

/** Makes clients for the cluster of the current kubeconfig context, or for the one that this process runs in. */
public final class KubernetesClients {
    /** Keeps one call from blocking a thread for long; the operator itself retries what fails. */
    private static final int REQUEST_TIMEOUT_MILLIS = 5_000;

    private static final int REQUEST_RETRIES = 1;
    /** Several requests must fit into the time that a leader has for a renewal. */
    private static final int LEASE_TIMEOUT_MILLIS = 3_000;

    private KubernetesClients() {}

    /** Returns a client for a command that runs once. It writes without being the leader. */
    public static KubernetesClient command() {
        return builder().build();
    }

    /**
     * Returns the operator's client.
     *
     * @param fence is called with each request before it is sent
     * @param warnings is called with each answer
     */
    static KubernetesClient operator(Interceptor fence, Interceptor warnings) {
        return builder()
                .withHttpClientBuilderConsumer(http ->
                        http.addOrReplaceInterceptor("fence", fence).addOrReplaceInterceptor("warnings", warnings))
                .build();
    }

    private static KubernetesClientBuilder builder() {
        return new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder()
                        .withUserAgent("cacheward")
                        .withRequestTimeout(REQUEST_TIMEOUT_MILLIS)
                        .withRequestRetryBackoffLimit(REQUEST_RETRIES)
                        .build());
    }

    /** Returns a client for the Lease only. It does not retry, since the next turn of the election does. */
    static KubernetesClient lease() {
        return new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder()
                        .withUserAgent("cacheward-lease")
                        .withRequestTimeout(LEASE_TIMEOUT_MILLIS)
                        .withRequestRetryBackoffLimit(0)
                        .build())
                .build();
    }
}
