package dev.cacheward.operator;

import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.Interceptor;

/** Connections to the cluster of the current kubeconfig context, or to the one that this runs in. */
public final class KubernetesClients {
    /** One call must not hold a thread for long: what fails is tried again by the operator. */
    private static final int REQUEST_TIMEOUT_MILLIS = 5_000;

    private static final int REQUEST_RETRIES = 1;
    /** Several must fit into the time that a leader has for a renewal. */
    private static final int LEASE_TIMEOUT_MILLIS = 3_000;

    private KubernetesClients() {}

    /** For a command that runs once, whoever leads. */
    public static KubernetesClient command() {
        return builder().build();
    }

    /** @param fence sees each request before it is sent */
    static KubernetesClient operator(Interceptor fence) {
        return builder()
                .withHttpClientBuilderConsumer(http -> http.addOrReplaceInterceptor("fence", fence))
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

    /** For the Lease alone; it does not retry, since the next turn of the election does. */
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
