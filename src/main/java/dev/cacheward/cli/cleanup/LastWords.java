package dev.cacheward.cli.cleanup;

import dev.cacheward.api.v1alpha1.ResourceStatus;
import dev.cacheward.kubernetes.StatusCode;
import dev.cacheward.status.Readiness;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says in the status of resources that no operator looks after them any more, since Ready would stay True for ever. It is written
 * once: an operator that runs all the same, or a later one, writes what holds.
 */
final class LastWords {
    private static final Logger LOG = LoggerFactory.getLogger(LastWords.class);

    private final KubernetesClient client;
    private final Clock clock;

    LastWords(KubernetesClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    /** A failure is only logged: nothing waits for these words. */
    void say(CustomResource<?, ? extends ResourceStatus> resource) {
        try {
            client.resource(resource)
                    .subresource("status")
                    .patch(PatchContext.of(PatchType.JSON_MERGE), patch(resource));
        } catch (KubernetesClientException failed) {
            if (failed.getCode() != StatusCode.NOT_FOUND) {
                LOG.warn(
                        "{} {}/{} does not say that no operator looks after it: {}",
                        resource.getKind(),
                        resource.getMetadata().getNamespace(),
                        resource.getMetadata().getName(),
                        failed.getMessage());
            }
        }
    }

    /** With the uid, so that a resource that was made anew meanwhile is left alone. */
    private String patch(CustomResource<?, ? extends ResourceStatus> resource) {
        return client.getKubernetesSerialization()
                .asJson(Map.of(
                        "metadata",
                        Map.of("uid", resource.getMetadata().getUid()),
                        "status",
                        Map.of(
                                "conditions",
                                Readiness.unattended(
                                        Optional.ofNullable(resource.getStatus())
                                                .map(ResourceStatus::conditions)
                                                .orElse(List.of()),
                                        resource.getMetadata().getGeneration(),
                                        clock.instant()))));
    }
}
