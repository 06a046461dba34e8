package dev.cacheward.testbed;

import static dev.cacheward.testbed.ApiSamples.assertConflict;
import static dev.cacheward.testbed.ApiSamples.map;
import static dev.cacheward.testbed.ApiSamples.profile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.CacheProfileStatus;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EmbeddedApiTest {
    private static final String WATCH = """
            GET /api/v1/namespaces/default/configmaps?watch=true HTTP/1.1\r
            Host: localhost\r
            Connection: Upgrade\r
            Upgrade: websocket\r
            Sec-WebSocket-Version: 13\r
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
            \r
            """;
    /** A masked frame that closes with the code 1000. */
    private static final byte[] FAREWELL = {(byte) 0x88, (byte) 0x82, 0, 0, 0, 0, 0x03, (byte) 0xE8};

    private final EmbeddedApi api = EmbeddedApi.start();
    private final KubernetesClient client = api.client();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void aNewCustomResourceHasTheStatusOfOneThatNobodyReconciled() {
        // Given
        CacheProfile profile = profile("60s");

        // When
        CacheProfile created = client.resource(profile).create();

        // Then
        assertThat(created.getStatus().observedGeneration()).isEqualTo(-1);
        assertThat(created.getMetadata().getGeneration()).isEqualTo(1);
    }

    @Test
    void theGenerationRisesWithTheSpecOnly() {
        // Given
        apply(profile("60s"));

        // When
        CacheProfile changed = apply(profile("5m"));
        CacheProfile withStatus = profile("5m");
        withStatus.setStatus(new CacheProfileStatus(2L, null, null, null, 1, null, null));
        client.resource(withStatus).subresource("status").patch(ApiSamples.APPLY, withStatus);

        // Then
        CacheProfile found = client.resource(profile("5m")).get();
        assertThat(changed.getMetadata().getGeneration()).isEqualTo(2);
        assertThat(found.getMetadata().getGeneration()).isEqualTo(2);
        assertThat(found.getStatus().keyCount()).isEqualTo(1);
        assertThat(found.getSpec().ttls()).containsEntry("query_result", "5m");
    }

    @Test
    void whatTheOwnerHadGoesWithIt() {
        // Given
        CacheProfile owner = client.resource(profile("60s")).create();
        ConfigMap owned = map(Map.of("a", "1"));
        owned.getMetadata()
                .setOwnerReferences(List.of(new OwnerReferenceBuilder()
                        .withApiVersion(owner.getApiVersion())
                        .withKind(owner.getKind())
                        .withName("p")
                        .withUid(owner.getMetadata().getUid())
                        .build()));
        apply(owned);

        // When
        client.resource(owner).delete();

        // Then
        assertThat(live()).isNull();
    }

    @Test
    void aDeletionWithTheUidOfAnotherObjectIsRefused() {
        // Given
        ConfigMap gone = apply(map(Map.of("a", "1")));
        client.resource(gone).delete();
        apply(map(Map.of("a", "2")));

        // When
        ThrowingCallable delete = () -> client.configMaps()
                .withName("m")
                .lockResourceVersion(gone.getMetadata().getResourceVersion())
                .delete();

        // Then
        assertConflict(delete);
        assertThat(live()).isNotNull();
    }

    @Test
    void anInjectedFaultIsAnsweredAsOftenAsItWasPlanned() {
        // Given
        api.failNext(1, r -> r.isApply() && r.path().endsWith("/m"), 500, "InternalError", "etcd is gone");

        // When
        ThrowingCallable first = () -> apply(map(Map.of("a", "1")));

        // Then
        assertThatThrownBy(first).hasMessageContaining("etcd is gone");
        assertThat(apply(map(Map.of("a", "1")))).isNotNull();
        assertThat(api.writes()).extracting(Request::status).containsExactly(500, 201);
    }

    @Test
    void aWatcherThatGoesAwayWhileItIsToldSomethingKeepsNobodyWaiting() throws IOException {
        // Given
        URI port = URI.create(api.config("a-watcher").getMasterUrl());
        try (Socket watcher = new Socket(port.getHost(), port.getPort())) {
            watcher.getOutputStream().write(WATCH.getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 10; i++) {
                apply(map(Map.of("a", i + "x".repeat(1_000_000))));
            }

            // When
            watcher.getOutputStream().write(FAREWELL);

            // Then
            assertThat(live()).isNotNull();
        }
    }

    private ConfigMap live() {
        return client.configMaps().withName("m").get();
    }

    private <T extends HasMetadata> T apply(T object) {
        return ApiSamples.apply(client, object);
    }
}
