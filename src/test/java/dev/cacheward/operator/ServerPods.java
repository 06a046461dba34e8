package dev.cacheward.operator;

import dev.cacheward.cacheprofile.model.roll.ActivePod;
import dev.cacheward.testbed.EmbeddedApi;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Optional;

/** The pods of servers and of trials, by name. */
record ServerPods(KubernetesClient client) {
    Optional<Pod> find(String name) {
        return Optional.ofNullable(
                client.pods().inNamespace(EmbeddedApi.NAMESPACE).withName(name).get());
    }

    /** Of the pod that a profile has; fails where there is none, as for a moment while it is replaced. */
    String uid(String profile) {
        return server(profile).orElseThrow().getMetadata().getUid();
    }

    void awaitAnother(String profile, String before) {
        RunningOperator.soon()
                .until(() -> server(profile)
                        .filter(pod -> !pod.getMetadata().getUid().equals(before))
                        .isPresent());
    }

    private Optional<Pod> server(String profile) {
        return find(name(profile));
    }

    /** The name of the pod that applications reach; it alternates with each warm roll. */
    String name(String profile) {
        return client.services()
                .inNamespace(EmbeddedApi.NAMESPACE)
                .withName(profile + "-redis")
                .get()
                .getSpec()
                .getSelector()
                .get(ActivePod.LABEL);
    }
}
