package dev.cacheward.cluster.restart;

import static dev.cacheward.cluster.restart.RestartingPolicy.MARK;
import static dev.cacheward.cluster.restart.RestartingPolicy.NO_IMAGE;
import static dev.cacheward.cluster.restart.RestartingPolicy.awaitRevisions;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.api.v1alpha1.WorkloadKind;
import dev.cacheward.cluster.rig.TestCluster;
import dev.cacheward.cluster.rig.TestNamespace;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Conditions;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What keeps a workload from being restarted is a warning, which goes by itself with what it tells of. */
class RestartWarningsIT {
    private TestNamespace namespace;
    private RestartingPolicy policy;

    @BeforeEach
    void create() {
        namespace = new TestNamespace("warnings");
        policy = new RestartingPolicy(namespace);
    }

    @AfterEach
    void delete() {
        namespace.close();
    }

    @Test
    void aMissingWorkloadIsAWarningThatHealsByItself() {
        // Given
        PodlessWorkload workload = new PodlessWorkload(namespace, WorkloadKind.STATEFUL_SET, "backend");
        policy.apply("query: 20/minute", workload);
        awaitMessage("Warning: StatefulSet \"backend\" of spec.restart does not exist");

        // When
        namespace.apply(workload.yaml(NO_IMAGE));

        // Then
        TestNamespace.patiently()
                .untilAsserted(() -> assertThat(workload.annotation(MARK)).isPresent());
        awaitNoWarning();
    }

    @Test
    void aMarkThatSomebodyElseSetsIsLeftAloneAndTakenBackWhenItGoes() {
        // Given
        PodlessWorkload workload = policy.made(WorkloadKind.DEPLOYMENT);
        policy.apply("query: 20/minute", workload);
        awaitRevisions(workload, 2);
        patch(workload, "\"theirs\"");

        // When
        policy.apply("query: 30/minute", workload);
        awaitMessage("annotation \"" + MARK + "\" of its pod template is set by \"somebody\"");

        // Then
        assertThat(workload.annotation(MARK)).contains("theirs");
        patch(workload, "null");
        TestNamespace.patiently()
                .untilAsserted(() -> assertThat(workload.annotation(MARK)).isPresent());
        awaitNoWarning();
    }

    /** As {@code kubectl edit} does: an update, which takes the field over. */
    private void patch(PodlessWorkload workload, String value) {
        PatchContext asSomebody = new PatchContext.Builder()
                .withPatchType(PatchType.JSON_MERGE)
                .withFieldManager("somebody")
                .build();
        TestCluster.get()
                .client()
                .resource(workload.live())
                .patch(
                        asSomebody,
                        "{\"spec\": {\"template\": {\"metadata\": {\"annotations\": {\"" + MARK + "\": " + value
                                + "}}}}}");
    }

    private void awaitMessage(String part) {
        TestNamespace.patiently()
                .untilAsserted(() -> assertThat(ready().message()).contains(part));
        assertThat(ready().reason()).isEqualTo(Reason.PROFILE_NOT_FOUND.wire());
    }

    private void awaitNoWarning() {
        TestNamespace.patiently()
                .untilAsserted(() -> assertThat(ready().message()).doesNotContain("Warning"));
    }

    private Condition ready() {
        return Conditions.find(namespace.policy("limits").getStatus().conditions(), ConditionType.READY)
                .orElseThrow();
    }
}
