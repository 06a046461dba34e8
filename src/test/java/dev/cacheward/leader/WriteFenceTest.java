package dev.cacheward.leader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cacheward.testbed.EmbeddedApi;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WriteFenceTest {
    private static final ConfigMap MAP = new ConfigMapBuilder()
            .withNewMetadata()
            .withName("shop")
            .withNamespace("team")
            .endMetadata()
            .build();

    private final EmbeddedApi api = EmbeddedApi.start();
    private final AtomicBoolean leads = new AtomicBoolean(true);
    private final KubernetesClient client = new KubernetesClientBuilder()
            .withConfig(api.config("fenced"))
            .withHttpClientBuilderConsumer(http -> http.addOrReplaceInterceptor("fence", new WriteFence(leads::get)))
            .build();

    @AfterEach
    void stop() {
        client.close();
        api.close();
    }

    @Test
    void whoLeadsWrites() {
        client.resource(MAP).create();

        assertThat(api.writesBy("fenced")).hasSize(1);
    }

    @Test
    void whoDoesNotReadsOnly() {
        // Given
        leads.set(false);

        // When
        assertThatThrownBy(() -> client.resource(MAP).create()).hasStackTraceContaining("does not lead");
        assertThatThrownBy(() -> client.resource(MAP).serverSideApply()).hasStackTraceContaining("does not lead");
        assertThatThrownBy(() -> client.resource(MAP).delete()).hasStackTraceContaining("does not lead");

        // Then
        assertThat(client.resource(MAP).get()).isNull();
        assertThat(api.writesBy("fenced")).isEmpty();
    }
}
