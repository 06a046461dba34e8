package dev.cacheward.testbed;

import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;

/** Clients that do not wait long for an answer. */
public final class ShortTimeoutClient {
    private static final int MILLIS = 1_000;

    private ShortTimeoutClient() {}

    /** One that whoever asks for it closes. */
    public static KubernetesClient client(EmbeddedApi api) {
        return new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder(api.config("impatient"))
                        .withRequestTimeout(MILLIS)
                        .build())
                .build();
    }
}
