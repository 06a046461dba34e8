package dev.cacheward.operator;

import dev.cacheward.kubernetes.ResourceAnnotations;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;

/** Profiles and policies that share a name, and their metadata: a value of an annotation is JSON, and null takes it off. */
record ProfilePolicyPairs(RunningOperator running) {
    private static final PatchContext MERGE =
            new PatchContext.Builder().withPatchType(PatchType.JSON_MERGE).build();

    void awaitReady(String name) {
        running.awaitReady(name);
        running.awaitPolicy(name, ConditionType.READY, Reason.READY);
    }

    void awaitObserved(String name, long generation) {
        RunningOperator.soon()
                .until(() -> running.profile(name).getStatus().observedGeneration() == generation
                        && running.policy(name).getStatus().observedGeneration() == generation);
    }

    void pause(String name) {
        annotate(running.profile(name), ResourceAnnotations.PAUSED, "\"true\"");
        annotate(running.policy(name), ResourceAnnotations.PAUSED, "\"true\"");
    }

    void resume(String name) {
        annotate(running.profile(name), ResourceAnnotations.PAUSED, "null");
        annotate(running.policy(name), ResourceAnnotations.PAUSED, "null");
    }

    void annotate(HasMetadata resource, String name, String value) {
        merge(resource, "{\"metadata\": {\"annotations\": {\"" + name + "\": " + value + "}}}");
    }

    void merge(HasMetadata resource, String patch) {
        running.client.resource(resource).patch(MERGE, patch);
    }
}
