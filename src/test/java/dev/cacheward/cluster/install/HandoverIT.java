package dev.cacheward.cluster.install;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.chart.AuditLog;
import dev.cacheward.cluster.rig.ResourceManifests;
import dev.cacheward.cluster.rig.TestNamespace;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Two pods of the installed operator, of which one acts, while a TTL is edited all the time. {@code -Dhandover.repetitions=10}
 * lets each leader after the other go, to see how long that takes.
 */
class HandoverIT extends InstallFixture {
    private static final int REPETITIONS = Integer.getInteger("handover.repetitions", 1);

    private AuditLog audit;
    private HelmRelease release;
    private TestNamespace shop;
    private OperatorReplicas replicas;

    @BeforeAll
    void install() {
        audit = AuditLog.demand();
        release = new HelmRelease(client);
        shop = new TestNamespace("handover", client);
        replicas = new OperatorReplicas(client, release.namespace());
        release.install(image, "replicas=2");
        shop.apply(ResourceManifests.profile("shop"));
        shop.awaitReady("shop");
    }

    @AfterAll
    void uninstall() {
        if (release != null) {
            release.close();
            shop.close();
        }
    }

    @Test
    void aLeaderThatIsStoppedHandsOverAndNeverTwoAct() throws InterruptedException {
        assertHandedOver("stop", this::stop);
    }

    @Test
    void aLeaderThatIsKilledIsReplacedAndNeverTwoAct() throws InterruptedException {
        try (PodKiller killer = new PodKiller(client)) {
            assertHandedOver("kill", leader -> kill(leader, killer));
        }
    }

    /** @param end ends a leader, and says when it was told to, or was seen dead */
    private void assertHandedOver(String what, Function<Pod, Instant> end) throws InterruptedException {
        List<String> leaders = new ArrayList<>(List.of(OperatorReplicas.name(replicas.awaitLeader())));
        List<Instant> ends = new ArrayList<>();
        Instant start = Instant.now();
        try (LeaderOverlapWatch watch = new LeaderOverlapWatch(replicas);
                ContinuousTtlEdits edits = new ContinuousTtlEdits(shop)) {
            // When
            for (int i = 0; i < REPETITIONS; i++) {
                Pod leader = replicas.awaitLeader();
                edits.awaitDelivery();
                ends.add(end.apply(leader));
                leaders.add(OperatorReplicas.name(replicas.awaitLeaderBeside(leader)));
                replicas.stop(leader); // one that was killed would be restarted later and later
            }
            edits.awaitTheLastOne();

            // Then
            assertThat(watch.overlaps()).isEmpty();
            assertThat(watch.led()).isPositive();
        }
        RecordedLeaders reigns = TestNamespace.patiently() // the log is written after the answer
                .until(
                        () -> RecordedLeaders.of(audit.operators(start), release.namespace()),
                        found -> found.pods().equals(leaders));
        reigns.assertApart();
        print(what, reigns.takenOver(ends));
    }

    private Instant stop(Pod leader) {
        Instant asked = Instant.now();
        replicas.stop(leader);
        return asked;
    }

    private Instant kill(Pod leader, PodKiller killer) {
        int before = replicas.restarts(leader);
        killer.kill(leader);
        TestNamespace.patiently()
                .pollInterval(Duration.ofMillis(10))
                .until(() -> !replicas.answers(leader) || replicas.restarts(leader) > before);
        Instant dead = Instant.now();
        replicas.stop(leader); // or it would be restarted, and might lead again
        return dead;
    }

    private static void print(String what, List<Duration> times) {
        List<Long> millis = times.stream().map(Duration::toMillis).sorted().toList();
        System.out.printf(
                "From a %s to the first write of the next leader, in ms: median %d of %s%n",
                what, millis.get(millis.size() / 2), millis);
    }
}
