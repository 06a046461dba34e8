package dev.cacheward.operator;

import dev.cacheward.testbed.EmbeddedApi;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Map;
import java.util.Optional;

/** The annotations of Deployments' pod templates by which the operator restarts them. */
record RestartMarks(KubernetesClient client) {
    /** Waits for another mark than the one before, and returns it. */
    Optional<String> awaitNew(String deployment, String annotation, Optional<String> before) {
        RunningOperator.soon()
                .until(() -> read(deployment, annotation)
                        .filter(mark -> !before.equals(Optional.of(mark)))
                        .isPresent());
        return read(deployment, annotation);
    }

    Optional<String> read(String deployment, String annotation) {
        Map<String, String> annotations = client.apps()
                .deployments()
                .inNamespace(EmbeddedApi.NAMESPACE)
                .withName(deployment)
                .get()
                .getSpec()
                .getTemplate()
                .getMetadata()
                .getAnnotations();
        return Optional.ofNullable(annotations).map(all -> all.get(annotation));
    }
}
