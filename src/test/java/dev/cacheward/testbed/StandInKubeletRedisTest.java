package dev.cacheward.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StandInKubeletRedisTest {
    private static final String IMAGE = "docker.io/library/redis:8";
    private static final Duration SOON = Duration.ofSeconds(20);

    private final EmbeddedApi api = EmbeddedApi.start();
    private final StandInKubelet kubelet = StandInKubelet.start(api);
    private final KubernetesClient client = api.client();

    @AfterEach
    void close() {
        kubelet.close();
        api.close();
    }

    @Test
    void aStatefulSetRunsItsRedisWithTheConfigurationThatIsMounted() throws IOException {
        // Given
        createSources("maxmemory 5mb\n");

        // When
        client.resource(HandMadeRedis.set(IMAGE, "a")).create();

        // Then
        Pod pod = awaitReady();
        assertThat(pod.getMetadata().getLabels()).containsEntry("app", "shop-redis");
        assertThat(ask("CONFIG", "GET", "maxmemory")).isEqualTo("maxmemory\n5242880");
        assertThat(ask("KEYS", "*")).startsWith("-ERR unknown command");
        assertThat(redis().host()).isEqualTo(pod.getStatus().getPodIP());
        await().atMost(SOON).until(() -> set().getStatus().getReadyReplicas() != null);
        assertThat(set().getStatus().getUpdateRevision())
                .isEqualTo(set().getStatus().getCurrentRevision());
    }

    @Test
    void aPodWhoseSourcesAreMissingWaitsForThem() {
        // Given
        client.resource(HandMadeRedis.set(IMAGE, "a")).create();
        await().atMost(SOON).until(() -> waitingReason().equals("CreateContainerConfigError"));

        // When
        createSources("");

        // Then
        awaitReady();
    }

    @Test
    void aChangedTemplateReplacesThePodOnceAndTheClaimKeepsItsData() throws IOException {
        // Given
        createSources("appendonly yes\n");
        client.resource(claim()).create();
        client.resource(HandMadeRedis.withClaim(HandMadeRedis.set(IMAGE, "a"), "shop-data"))
                .create();
        Pod first = awaitReady();
        ask("SET", "k", "v");

        // When
        client.resource(HandMadeRedis.withClaim(HandMadeRedis.set(IMAGE, "b"), "shop-data"))
                .update();

        // Then
        await().atMost(SOON)
                .until(() -> livePod()
                        .filter(p -> !p.getMetadata()
                                .getUid()
                                .equals(first.getMetadata().getUid()))
                        .isPresent());
        awaitReady();
        assertThat(ask("GET", "k")).isEqualTo("v");
        assertThat(client.persistentVolumeClaims().withName("shop-data").get().getStatus())
                .satisfies(s -> assertThat(s.getPhase()).isEqualTo("Bound"))
                .satisfies(s -> assertThat(s.getCapacity()).containsEntry("storage", new Quantity("1Gi")));
    }

    @Test
    void aKilledContainerIsRestartedInItsPod() {
        // Given
        createSources("");
        client.resource(HandMadeRedis.set(IMAGE, "a")).create();
        Pod pod = awaitReady();

        // When
        kubelet.kill(EmbeddedApi.NAMESPACE, HandMadeRedis.POD);

        // Then
        await().atMost(SOON).until(() -> container().getRestartCount() == 1);
        Pod after = awaitReady();
        assertThat(after.getMetadata().getUid()).isEqualTo(pod.getMetadata().getUid());
        assertThat(container().getLastState().getTerminated().getExitCode()).isEqualTo(137);
    }

    @Test
    void aFrozenServerIsNotReadyUntilItIsThawed() {
        // Given
        createSources("");
        client.resource(HandMadeRedis.set(IMAGE, "a")).create();
        awaitReady();

        // When
        kubelet.freeze(EmbeddedApi.NAMESPACE, HandMadeRedis.POD);

        // Then
        await().atMost(Duration.ofSeconds(12)).until(() -> !container().getReady());
        kubelet.thaw(EmbeddedApi.NAMESPACE, HandMadeRedis.POD);
        awaitReady();
        assertThat(container().getRestartCount()).isZero();
    }

    @Test
    void aServerThatDiesOnItsConfigurationSaysWhyInItsLastState() {
        // Given
        createSources("no-such-parameter 1\n");

        // When
        client.resource(HandMadeRedis.set(IMAGE, "a")).create();

        // Then
        await().atMost(SOON).until(() -> waitingReason().equals("CrashLoopBackOff"));
        assertThat(container().getLastState().getTerminated().getMessage())
                .contains("FATAL CONFIG FILE ERROR", "no-such-parameter");
        assertThat(container().getRestartCount()).isGreaterThan(1);
    }

    @Test
    void anImageThatDoesNotExistIsReportedAndHealedByATemplateThatDoes() {
        // Given
        createSources("");
        client.resource(HandMadeRedis.set("redis:does-not-exist", "a")).create();
        await().atMost(SOON).until(() -> waitingReason().equals("ImagePullBackOff"));

        // When
        client.resource(HandMadeRedis.set(IMAGE, "a")).update();

        // Then
        awaitReady();
    }

    @Test
    void aPodThatFitsNoNodeIsUnschedulable() {
        // Given
        createSources("");
        StatefulSet set = HandMadeRedis.set(IMAGE, "a");
        set.getSpec().getTemplate().getSpec().setNodeSelector(Map.of("disk", "ssd"));

        // When
        client.resource(set).create();

        // Then
        await().atMost(SOON)
                .until(() -> livePod().map(Pod::getStatus).stream()
                        .flatMap(s -> s.getConditions().stream())
                        .anyMatch(c -> c.getType().equals("PodScheduled") && "Unschedulable".equals(c.getReason())));
    }

    @Test
    void aQuietNodeWritesNothing() {
        // Given
        createSources("");
        client.resource(HandMadeRedis.set(IMAGE, "a")).create();
        awaitReady();
        await().atMost(SOON).until(() -> set().getStatus().getReadyReplicas() != null);

        // When
        api.clearRequests();

        // Then
        await().during(Duration.ofSeconds(3))
                .atMost(SOON)
                .until(() -> api.writesBy(StandInKubelet.USER_AGENT).toList().isEmpty());
    }

    @Test
    void whatADeletedStatefulSetRanEndsWithIt() {
        // Given
        createSources("");
        client.resource(HandMadeRedis.set(IMAGE, "a")).create();
        awaitReady();
        RedisEndpoint endpoint = redis();

        // When
        client.resource(set()).delete();

        // Then
        await().atMost(SOON).until(() -> livePod().isEmpty());
        assertThat(isListening(endpoint)).isFalse();
    }

    @Test
    void aBarePodRunsOnceAndTellsItsExitCodeAndItsLog() {
        // Given
        Pod good = HandMadeRedis.script("good", "redis-server --version > /tmp/v && grep -q v= /tmp/v");
        Pod bad = HandMadeRedis.script("bad", "echo this is why; exit 3");

        // When
        client.resource(good).create();
        client.resource(bad).create();

        // Then
        await().atMost(SOON).until(() -> List.of(phase("good"), phase("bad")).equals(List.of("Succeeded", "Failed")));
        var end = pod("bad")
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
        createSources("");
        client.resource(HandMadeRedis.set(IMAGE, "a")).create();
        awaitReady();
        RedisEndpoint endpoint = redis();
        Path folder =
                Path.of(ask("CONFIG", "GET", "dir").lines().skip(1).findFirst().orElseThrow());

        // When
        kubelet.close();

        // Then
        assertThat(isListening(endpoint)).isFalse();
        try (Stream<Path> above =
                Stream.iterate(folder, p -> !p.getFileName().toString().equals("pods"), Path::getParent)) {
            assertThat(above).noneMatch(Files::exists);
        }
    }

    private void createSources(String more) {
        client.resource(HandMadeRedis.conf(more)).create();
        client.resource(HandMadeRedis.server()).create();
    }

    private static PersistentVolumeClaim claim() {
        return new PersistentVolumeClaimBuilder()
                .withNewMetadata()
                .withName("shop-data")
                .endMetadata()
                .withNewSpec()
                .withAccessModes("ReadWriteOnce")
                .withNewResources()
                .withRequests(Map.of("storage", new Quantity("1Gi")))
                .endResources()
                .endSpec()
                .build();
    }

    private StatefulSet set() {
        return client.apps().statefulSets().withName("shop-redis").get();
    }

    private Optional<Pod> pod(String name) {
        return Optional.ofNullable(client.pods().withName(name).get());
    }

    private Optional<Pod> livePod() {
        return pod(HandMadeRedis.POD);
    }

    private String phase(String name) {
        return pod(name).map(Pod::getStatus).map(s -> s.getPhase()).orElse("");
    }

    private ContainerStatus container() {
        return livePod().orElseThrow().getStatus().getContainerStatuses().get(0);
    }

    private String waitingReason() {
        return livePod()
                .map(Pod::getStatus)
                .flatMap(s -> s.getContainerStatuses().stream().findFirst())
                .map(c -> c.getState().getWaiting())
                .map(w -> w.getReason())
                .orElse("");
    }

    private Pod awaitReady() {
        await().atMost(SOON)
                .until(() -> livePod()
                        .filter(p -> p.getMetadata().getDeletionTimestamp() == null)
                        .map(Pod::getStatus)
                        .flatMap(s -> s.getContainerStatuses().stream().findFirst())
                        .filter(ContainerStatus::getReady)
                        .isPresent());
        return livePod().orElseThrow();
    }

    private RedisEndpoint redis() {
        return kubelet.endpoint(EmbeddedApi.NAMESPACE, HandMadeRedis.POD).orElseThrow();
    }

    private String ask(String... words) throws IOException {
        try (Resp resp = Resp.connect(redis(), Duration.ofSeconds(5))) {
            resp.call("AUTH", "app");
            return resp.call(words);
        }
    }

    private static boolean isListening(RedisEndpoint endpoint) {
        try (Resp resp = Resp.connect(endpoint, Duration.ofSeconds(1))) {
            return resp != null;
        } catch (IOException e) {
            return false;
        }
    }
}
