package dev.cacheward.cli.cleanup;

import dev.cacheward.runtime.Settings;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stops the operator before a cleanup, since it would write the keys again. */
final class OperatorStop {
    private static final Logger LOG = LoggerFactory.getLogger(OperatorStop.class);
    private static final Set<String> ENDED = Set.of("Succeeded", "Failed");
    private static final Duration LONGEST = Duration.ofSeconds(90);

    private final KubernetesClient client;
    private final Settings settings;

    OperatorStop(KubernetesClient client, Settings settings) {
        this.client = client;
        this.settings = settings;
    }

    /**
     * Scales a deployment to zero. Returns when none of its pods runs.
     *
     * @param deployment in {@code CACHEWARD_NAMESPACE}; one that does not exist is ignored
     */
    void stop(String deployment) {
        String namespace = settings.ownNamespace().orElseThrow();
        var operator = client.apps().deployments().inNamespace(namespace).withName(deployment);
        if (operator.get() == null) {
            return;
        }
        LOG.info("Stopping deployment {} in {}", deployment, namespace);
        Map<String, String> pods = operator.get().getSpec().getSelector().getMatchLabels();
        operator.patch(PatchContext.of(PatchType.JSON_MERGE), "{\"spec\": {\"replicas\": 0}}");
        client.pods()
                .inNamespace(namespace)
                .withLabels(pods)
                .informOnCondition(OperatorStop::allHaveEnded)
                .orTimeout(LONGEST.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    /** An evicted pod still exists as an object, but does nothing any more. */
    private static boolean allHaveEnded(List<Pod> pods) {
        return pods.stream()
                .map(Pod::getStatus)
                .allMatch(status -> status != null && ENDED.contains(status.getPhase()));
    }
}
