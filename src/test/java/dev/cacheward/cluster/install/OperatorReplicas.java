package dev.cacheward.cluster.install;

import dev.cacheward.cluster.rig.TestNamespace;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.readiness.Readiness;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The operator's pods of a release. Each is asked at its own address whether it leads. */
final class OperatorReplicas {
    private static final String LEADS = "\ncacheward_leader 1.0\n";
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final KubernetesClient client;
    private final String namespace;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    OperatorReplicas(KubernetesClient client, TestNamespace namespace) {
        this.client = client;
        this.namespace = namespace.name();
    }

    List<Pod> pods() {
        return client.pods()
                .inNamespace(namespace)
                .withLabel("app.kubernetes.io/name", "cacheward")
                .list()
                .getItems();
    }

    /** Those that say at their address that they lead, one after the other. */
    List<Pod> leaders() {
        return pods().stream().filter(this::leads).toList();
    }

    /** No, where it does not answer. */
    boolean leads(Pod pod) {
        return metrics(pod).filter(page -> page.contains(LEADS)).isPresent();
    }

    boolean answers(Pod pod) {
        return metrics(pod).isPresent();
    }

    /** How often its container was restarted; 0 where the pod is gone. */
    int restarts(Pod pod) {
        return Optional.ofNullable(
                        client.pods().inNamespace(namespace).withName(name(pod)).get())
                .map(live -> live.getStatus().getContainerStatuses().get(0).getRestartCount())
                .orElse(0);
    }

    /** Waits until two pods are ready and none beside them, and one of them leads by its own word and by the Lease. */
    Pod awaitLeader() {
        return await(leader -> pods().size() == 2 && pods().stream().allMatch(OperatorReplicas::serves));
    }

    /** Waits until another leads, by its own word and by the Lease. */
    Pod awaitLeaderBeside(Pod old) {
        return await(leader -> !name(leader).equals(name(old)));
    }

    private Pod await(Predicate<Pod> condition) {
        return TestNamespace.patiently()
                .until(
                        () -> leaders().stream()
                                .filter(this::holds)
                                .filter(condition)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** With its grace period. */
    void stop(Pod pod) {
        client.pods().inNamespace(namespace).withName(name(pod)).delete();
    }

    static String name(Pod pod) {
        return pod.getMetadata().getName();
    }

    private static boolean serves(Pod pod) {
        return pod.getMetadata().getDeletionTimestamp() == null && Readiness.isPodReady(pod);
    }

    private boolean holds(Pod pod) {
        String holder = client.leases()
                .inNamespace(namespace)
                .withName("cacheward")
                .get()
                .getSpec()
                .getHolderIdentity();
        return holder != null && holder.startsWith(name(pod) + "_");
    }

    private Optional<String> metrics(Pod pod) {
        if (pod.getStatus().getPodIP() == null) {
            return Optional.empty();
        }
        URI page = URI.create("http://" + pod.getStatus().getPodIP() + ":8080/metrics");
        try {
            return Optional.of(
                    http.send(HttpRequest.newBuilder(page).timeout(PATIENCE).build(), BodyHandlers.ofString())
                            .body());
        } catch (IOException none) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
