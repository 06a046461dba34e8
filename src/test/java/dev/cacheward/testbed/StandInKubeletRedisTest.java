package dev.cacheward.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StandInKubeletRedisTest {
    private final KubeletRig rig = new KubeletRig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void aStatefulSetRunsItsRedisWithTheConfigurationThatIsMounted() throws IOException {
        // Given
        rig.createSources("maxmemory 5mb\n");

        // When
        rig.client.resource(HandMadeRedis.set(KubeletRig.IMAGE, "a")).create();

        // Then
        Pod pod = rig.awaitReady();
        assertThat(pod.getMetadata().getLabels()).containsEntry("app", "shop-redis");
        assertThat(rig.ask("CONFIG", "GET", "maxmemory")).isEqualTo("maxmemory\n5242880");
        assertThat(rig.ask("KEYS", "*")).startsWith("-ERR unknown command");
        assertThat(rig.redis().host()).isEqualTo(pod.getStatus().getPodIP());
        await().atMost(KubeletRig.SOON).until(() -> rig.set().getStatus().getReadyReplicas() != null);
        assertThat(rig.set().getStatus().getUpdateRevision())
                .isEqualTo(rig.set().getStatus().getCurrentRevision());
    }

    @Test
    void aChangedTemplateReplacesThePodOnceAndTheClaimKeepsItsData() throws IOException {
        // Given
        rig.createSources("appendonly yes\n");
        rig.client.resource(KubeletRig.claim()).create();
        rig.client
                .resource(HandMadeRedis.withClaim(HandMadeRedis.set(KubeletRig.IMAGE, "a"), "shop-data"))
                .create();
        Pod first = rig.awaitReady();
        rig.ask("SET", "k", "v");

        // When
        rig.client
                .resource(HandMadeRedis.withClaim(HandMadeRedis.set(KubeletRig.IMAGE, "b"), "shop-data"))
                .serverSideApply();

        // Then
        await().atMost(KubeletRig.SOON)
                .until(() -> rig.livePod()
                        .filter(p -> !p.getMetadata()
                                .getUid()
                                .equals(first.getMetadata().getUid()))
                        .isPresent());
        rig.awaitReady();
        assertThat(rig.ask("GET", "k")).isEqualTo("v");
        await().atMost(KubeletRig.SOON)
                .ignoreException(NullPointerException.class)
                .untilAsserted(() -> assertThat(rig.client
                                .persistentVolumeClaims()
                                .withName("shop-data")
                                .get()
                                .getStatus())
                        .satisfies(s -> assertThat(s.getPhase()).isEqualTo("Bound"))
                        .satisfies(s -> assertThat(s.getCapacity()).containsEntry("storage", new Quantity("1Gi"))));
    }

    @Test
    void aQuietNodeWritesNothing() {
        // Given
        rig.createSources("");
        rig.client.resource(HandMadeRedis.set(KubeletRig.IMAGE, "a")).create();
        rig.awaitReady();
        await().atMost(KubeletRig.SOON).until(() -> rig.set().getStatus().getReadyReplicas() != null);

        // When: its informers may lag behind, so that it writes the same once more
        AtomicLong written = new AtomicLong();

        // Then
        await().atMost(KubeletRig.SOON).pollInterval(Duration.ofSeconds(3)).until(() -> {
            long now = rig.api.writesBy(StandInKubelet.USER_AGENT).count();
            return written.getAndSet(now) == now;
        });
        assertThat(written).hasPositiveValue();
    }

    @Test
    void whatADeletedStatefulSetRanEndsWithIt() {
        // Given
        rig.createSources("");
        rig.client.resource(HandMadeRedis.set(KubeletRig.IMAGE, "a")).create();
        rig.awaitReady();
        RedisEndpoint endpoint = rig.redis();

        // When
        rig.client.resource(rig.set()).delete();

        // Then
        await().atMost(KubeletRig.SOON).until(() -> rig.livePod().isEmpty());
        assertThat(KubeletRig.isListening(endpoint)).isFalse();
    }

    @Test
    void aBarePodRunsOnceAndTellsItsExitCodeAndItsLog() {
        // Given
        Pod good = HandMadeRedis.script("good", "redis-server --version > /tmp/v && grep -q v= /tmp/v");
        Pod bad = HandMadeRedis.script("bad", "echo this is why; exit 3");

        // When
        rig.client.resource(good).create();
        rig.client.resource(bad).create();

        // Then
        await().atMost(KubeletRig.SOON)
                .until(() -> List.of(rig.phase("good"), rig.phase("bad")).equals(List.of("Succeeded", "Failed")));
        var end = rig.pod("bad")
                .orElseThrow()
                .getStatus()
                .getContainerStatuses()
                .get(0)
                .getState()
                .getTerminated();
        assertThat(end.getExitCode()).isEqualTo(3);
        assertThat(end.getMessage()).isEqualTo("this is why");
    }

    @Test
    void aNodeThatIsClosedLeavesNoProcessAndNoFile() throws IOException {
        // Given
        rig.createSources("");
        rig.client.resource(HandMadeRedis.set(KubeletRig.IMAGE, "a")).create();
        rig.awaitReady();
        RedisEndpoint endpoint = rig.redis();
        Path folder = Path.of(
                rig.ask("CONFIG", "GET", "dir").lines().skip(1).findFirst().orElseThrow());

        // When
        rig.kubelet.close();

        // Then
        assertThat(KubeletRig.isListening(endpoint)).isFalse();
        try (Stream<Path> above =
                Stream.iterate(folder, p -> !p.getFileName().toString().equals("pods"), Path::getParent)) {
            assertThat(above).noneMatch(Files::exists);
        }
    }
}
