package dev.cacheward.cluster.restart;

import static dev.cacheward.cluster.restart.RestartingPolicy.MARK;
import static dev.cacheward.cluster.restart.RestartingPolicy.awaitRevisions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cacheward.api.v1alpha1.WorkloadKind;
import dev.cacheward.cluster.rig.TestCluster;
import dev.cacheward.cluster.rig.TestNamespace;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Workloads are restarted when, and only when, delivered keys change. */
class RestartIT {
    /** Longer than changes are gathered for. */
    private static final Duration QUIET = Duration.ofSeconds(8);

    private static final Duration GATHERED = Duration.ofSeconds(5);

    private TestNamespace namespace;
    private RestartingPolicy policy;

    @BeforeEach
    void create() {
        namespace = new TestNamespace("restart");
        policy = new RestartingPolicy(namespace);
    }

    @AfterEach
    void delete() {
        namespace.close();
    }

    @ParameterizedTest
    @EnumSource(WorkloadKind.class)
    void aWorkloadIsRestartedOnceWhenItIsNamedAndOnceForEachChange(WorkloadKind kind) {
        // Given
        PodlessWorkload workload = policy.made(kind);
        policy.apply("query: 20/minute", workload);
        awaitRevisions(workload, 2);

        // When
        policy.apply("query: 30/minute", workload);

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
        PodlessWorkload workload = policy.made(WorkloadKind.DEPLOYMENT);
        policy.apply("query: 20/minute", workload);
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
    private boolean changedTwiceInTime(PodlessWorkload workload, int limit) {
        long start = System.nanoTime();
        for (int each = limit; each <= limit + 1; each++) {
            policy.apply("query: " + each + "/minute", workload);
            awaitDelivered(each + "/minute");
        }
        return System.nanoTime() - start < GATHERED.toNanos();
    }

    private static int settledRevisions(PodlessWorkload workload) {
        AtomicInteger last = new AtomicInteger(workload.revisions());
        TestNamespace.patiently().during(QUIET).until(() -> last.getAndSet(workload.revisions()) == last.get());
        return last.get();
    }

    @Test
    void anEditThatChangesNoKeyRestartsNothing() {
        // Given
        PodlessWorkload workload = policy.made(WorkloadKind.DEPLOYMENT);
        policy.apply("query: 20/minute", workload);
        awaitRevisions(workload, 2);

        // When
        policy.apply("query: 20 per minute", workload);
        awaitObserved(2);

        // Then
        assertStays(workload, 2);
    }

    @Test
    void aDeletedPolicyLeavesTheMark() {
        // Given
        PodlessWorkload workload = policy.made(WorkloadKind.DEPLOYMENT);
        policy.apply("query: 20/minute", workload);
        awaitRevisions(workload, 2);

        // When
        TestCluster.get().client().resource(namespace.policy("limits")).delete();

        // Then
        assertStays(workload, 2);
        assertThat(workload.annotation(MARK)).isPresent();
    }

    private static void assertStays(PodlessWorkload workload, int revisions) {
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
}
