package dev.cacheward.testbed;

import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** An API server and a node for one test. */
final class KubeletRig implements AutoCloseable {
    static final String IMAGE = "docker.io/library/redis:8";
    static final Duration SOON = Duration.ofSeconds(60);

    final EmbeddedApi api = EmbeddedApi.start();
    final StandInKubelet kubelet = StandInKubelet.start(api);
    final KubernetesClient client = api.client();

    @Override
    public void close() {
        kubelet.close();
        api.close();
    }

    void createSources(String more) {
        client.resource(HandMadeRedis.conf(more)).create();
        client.resource(HandMadeRedis.server()).create();
    }

    static PersistentVolumeClaim claim() {
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

    StatefulSet set() {
        return client.apps().statefulSets().withName("shop-redis").get();
    }

    Optional<Pod> pod(String name) {
        return Optional.ofNullable(client.pods().withName(name).get());
    }

    Optional<Pod> livePod() {
        return pod(HandMadeRedis.POD);
    }

    String phase(String name) {
        return pod(name).map(Pod::getStatus).map(s -> s.getPhase()).orElse("");
    }

    ContainerStatus container() {
        return livePod().orElseThrow().getStatus().getContainerStatuses().get(0);
    }

    String waitingReason() {
        return livePod()
                .map(Pod::getStatus)
                .flatMap(s -> s.getContainerStatuses().stream().findFirst())
                .map(c -> c.getState().getWaiting())
                .map(w -> w.getReason())
                .orElse("");
    }

    Pod awaitReady() {
        await().atMost(SOON)
                .until(() -> livePod()
                        .filter(p -> p.getMetadata().getDeletionTimestamp() == null)
                        .map(Pod::getStatus)
                        .flatMap(s -> s.getContainerStatuses().stream().findFirst())
                        .filter(ContainerStatus::getReady)
                        .isPresent());
        return livePod().orElseThrow();
    }

    RedisEndpoint redis() {
        return kubelet.endpoint(EmbeddedApi.NAMESPACE, HandMadeRedis.POD).orElseThrow();
    }

    String ask(String... words) throws IOException {
        try (Resp resp = Resp.connect(redis(), SOON)) {
            resp.call("AUTH", "app");
            return resp.call(words);
        }
    }

    static boolean isListening(RedisEndpoint endpoint) {
        try (Resp resp = Resp.connect(endpoint, Duration.ofSeconds(1))) {
            return resp != null;
        } catch (IOException e) {
            return false;
        }
    }
}
