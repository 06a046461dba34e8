package dev.cacheward.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.api.v1alpha1.WorkloadKind;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Conditions;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Workloads are restarted when, and only when, delivered keys change. The policies here have no profile: their limits are
 * delivered all the same, and no Redis is needed.
 */
class RestartIT {
    private static final String MARK = "policy.cacheward.dev/limits";
    private static final String NO_IMAGE = "localhost/none:1";

    /** Longer than changes are gathered for. */
    private static final Duration QUIET = Duration.ofSeconds(8);

    private static final Duration GATHERED = Duration.ofSeconds(5);

    private TestNamespace namespace;

    @BeforeEach
    void create() {
        namespace = new TestNamespace("restart");
    }

    @AfterEach
    void delete() {
        namespace.close();
    }

    @ParameterizedTest
    @EnumSource(WorkloadKind.class)
    void aWorkloadIsRestartedOnceWhenItIsNamedAndOnceForEachChange(WorkloadKind kind) {
        // Given
        Workload workload = made(new Workload(namespace, kind, "backend"));
        apply("query: 20/minute", workload);
        awaitRevisions(workload, 2);

        // When
        apply("query: 30/minute", workload);

        // Then
        awaitRevisions(workload, 3);
        assertThat(workload.live().getMetadata().getManagedFields())
                .filteredOn(entry -> entry.getOperation().equals("Apply"))
                .extracting(ManagedFieldsEntry::getManager)
                .containsExactlyInAnyOrder("kubectl", "cacheward-policy-limits");
        assertStays(workload, 3);
    }

    @Test
    void twoChangesWithinFiveSecondsAreOneRestart() {
        // Given
        Workload workload = made(new Workload(namespace, WorkloadKind.DEPLOYMENT, "backend"));
        apply("query: 20/minute", workload);
        awaitRevisions(workload, 2);
        int before = 2;

        // When: again where the machine was too slow for it
        for (int limit = 30; !changedTwiceInTime(workload, limit); limit += 2) {
            assertThat(limit).as("slow ten times").isLessThan(50);
            before = settledRevisions(workload);
        }

        // Then
        awaitRevisions(workload, before + 1);
        assertStays(workload, before + 1);
    }

    /** Whether the second of two changes was delivered within the time for which changes are gathered. */
    private boolean changedTwiceInTime(Workload workload, int limit) {
        long start = System.nanoTime();
        for (int each = limit; each <= limit + 1; each++) {
            apply("query: " + each + "/minute", workload);
            awaitDelivered(each + "/minute");
        }
        return System.nanoTime() - start < GATHERED.toNanos();
    }

    private static int settledRevisions(Workload workload) {
        AtomicInteger last = new AtomicInteger(workload.revisions());
        TestNamespace.patiently().pollInterval(QUIET).until(() -> last.getAndSet(workload.revisions()) == last.get());
        return last.get();
    }

    @Test
    void anEditThatChangesNoKeyRestartsNothing() {
        // Given
        Workload workload = made(new Workload(namespace, WorkloadKind.DEPLOYMENT, "backend"));
        apply("query: 20/minute", workload);
        awaitRevisions(workload, 2);

        // When
        apply("query: 20 per minute", workload);
        awaitObserved(2);

        // Then
        assertStays(workload, 2);
    }

    @Test
    void aMissingWorkloadIsAWarningThatHealsByItself() {
        // Given
        Workload workload = new Workload(namespace, WorkloadKind.STATEFUL_SET, "backend");
        apply("query: 20/minute", workload);
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
        Workload workload = made(new Workload(namespace, WorkloadKind.DEPLOYMENT, "backend"));
        apply("query: 20/minute", workload);
        awaitRevisions(workload, 2);
        patch(workload, "\"theirs\"");

        // When
        apply("query: 30/minute", workload);
        awaitMessage("annotation \"" + MARK + "\" of its pod template is set by \"somebody\"");

        // Then
        assertThat(workload.annotation(MARK)).contains("theirs");
        patch(workload, "null");
        TestNamespace.patiently()
                .untilAsserted(() -> assertThat(workload.annotation(MARK)).isPresent());
        awaitNoWarning();
    }

    @Test
    void aDeletedPolicyLeavesTheMark() {
        // Given
        Workload workload = made(new Workload(namespace, WorkloadKind.DEPLOYMENT, "backend"));
        apply("query: 20/minute", workload);
        awaitRevisions(workload, 2);

        // When
        TestCluster.get().client().resource(namespace.policy("limits")).delete();

        // Then
        assertStays(workload, 2);
        assertThat(workload.annotation(MARK)).isPresent();
    }

    private Workload made(Workload workload) {
        namespace.apply(workload.yaml(NO_IMAGE));
        awaitRevisions(workload, 1);
        return workload;
    }

    private void apply(String limits, Workload workload) {
        namespace.apply(Manifests.policy("limits", "none", limits) + "  " + workload.restart() + "\n");
    }

    /** As {@code kubectl edit} does: an update, which takes the field over. */
    private void patch(Workload workload, String value) {
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

    private static void awaitRevisions(Workload workload, int revisions) {
        TestNamespace.patiently()
                .untilAsserted(() -> assertThat(workload.revisions()).isEqualTo(revisions));
    }

    private static void assertStays(Workload workload, int revisions) {
        await().during(QUIET)
                .atMost(QUIET.plusMinutes(2))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(workload.revisions()).isEqualTo(revisions));
    }

    private void awaitDelivered(String limit) {
        TestNamespace.patiently()
                .pollInterval(Duration.ofMillis(50))
                .until(() -> limit.equals(
                        namespace.configMap("limits-limits").getData().get("RATE_LIMIT_QUERY")));
    }

    private void awaitObserved(long generation) {
        TestNamespace.patiently()
                .until(() -> namespace.policy("limits").getStatus().observedGeneration() == generation);
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
