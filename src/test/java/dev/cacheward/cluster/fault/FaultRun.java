package dev.cacheward.cluster.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.cluster.rig.ProfileStatusHistory;
import dev.cacheward.cluster.rig.ProfileStatusHistory.Entry;
import dev.cacheward.cluster.rig.TestNamespace;
import dev.cacheward.status.Conditions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;

/** Lets one fault come and go on a profile of its own, and looks at what is told. */
final class FaultRun {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int AGAIN = 2;

    private final Fault fault;
    private final FaultScene scene;
    private final ProfileStatusHistory history;

    FaultRun(Fault fault, TestNamespace namespace, ProfileStatusHistory history) {
        this.fault = fault;
        this.scene = new FaultScene(namespace, fault.name());
        this.history = history;
    }

    /** Fails where the fault is not told, or does not pass, or costs what it need not. */
    FaultCost run() throws Exception {
        try (scene) {
            begin();
            String pod = pod();
            int before = scene.restarts();
            Instant caused = cause();
            Entry told = awaitTold(caused);
            fault.course().end().in(scene);
            Instant ended = Instant.now();
            Entry back = awaitReady(ended);
            int restarts = scene.restarts() - (pod.equals(pod()) ? before : 0);
            assertThat(fault.restarts() ? 0 : restarts).as("restarts").isZero();
            assertKept();
            return new FaultCost(
                    fault, between(caused, told), between(ended, back), restarts, saidBefore(caused, told));
        }
    }

    private void begin() throws Exception {
        if (fault.healthy().isEmpty()) {
            return;
        }
        fault.course().prepare().in(scene);
        scene.namespace().awaitReady(fault.name());
        if (isManaged()) {
            assertThat(scene.redis().asApplication("SET", "kept", "1")).isEqualTo("OK");
        }
    }

    /** Returns when it was brought about; anew, where it passed before anybody could see it. */
    private Instant cause() throws Exception {
        Instant caused = Instant.now();
        fault.course().cause().in(scene);
        for (int again = 0; fault.course().passes() && again < AGAIN && !isToldSoon(caused); again++) {
            caused = Instant.now();
            fault.course().cause().in(scene);
        }
        return caused;
    }

    private boolean isToldSoon(Instant caused) {
        try {
            TestNamespace.patiently()
                    .atMost(MINUTE)
                    .until(() -> since(caused).stream().anyMatch(this::tells));
            return true;
        } catch (ConditionTimeoutException missed) {
            return false;
        }
    }

    private boolean isManaged() {
        return fault.healthy().startsWith("managed");
    }

    private void assertKept() {
        boolean onlyInMemory = fault.restarts() && !fault.healthy().contains("persistence");
        if (isManaged() && !onlyInMemory) {
            assertThat(scene.redis().asApplication("GET", "kept")).isEqualTo("1");
        }
    }

    private String pod() {
        return scene.namespace()
                .redisPod(fault.name())
                .map(pod -> pod.getMetadata().getUid())
                .orElse("");
    }

    private Entry awaitTold(Instant caused) {
        patiently(() -> assertThat(since(caused)).as(fault + " is told").anyMatch(this::tells));
        return since(caused).stream().filter(this::tells).findFirst().orElseThrow();
    }

    private boolean tells(Entry entry) {
        return conditions(entry).stream()
                .filter(condition -> condition.type().equals(fault.told().type().wire()))
                .filter(condition -> condition.status().equals(fault.told().status()))
                .filter(condition ->
                        condition.reason().equals(fault.told().reason().wire()))
                .anyMatch(condition -> fault.told().words().stream().allMatch(condition.message()::contains));
    }

    /** The last version must be Ready; what came before is as old as it may be. */
    private Entry awaitReady(Instant ended) {
        patiently(() ->
                assertThat(last().isReady()).as(fault + " passes: " + last()).isTrue());
        return history.of(fault.name()).stream()
                .filter(entry -> entry.isReady() && !entry.at().isBefore(ended))
                .findFirst()
                .orElseGet(this::last);
    }

    private Entry last() {
        List<Entry> seen = history.of(fault.name());
        return seen.get(seen.size() - 1);
    }

    private List<String> saidBefore(Instant caused, Entry told) {
        return since(caused).stream()
                .filter(entry -> entry.at().isBefore(told.at()))
                .flatMap(
                        entry -> Conditions.find(conditions(entry), fault.told().type()).stream())
                .map(Condition::reason)
                .distinct()
                .filter(reason -> !reason.equals(fault.told().reason().wire()))
                .toList();
    }

    private List<Entry> since(Instant moment) {
        return history.of(fault.name()).stream()
                .filter(entry -> !entry.at().isBefore(moment))
                .toList();
    }

    /** What was found for the spec that the profile had then. */
    private static List<Condition> conditions(Entry entry) {
        return Stream.ofNullable(entry.status())
                .flatMap(status -> Stream.ofNullable(status.conditions()))
                .flatMap(List::stream)
                .filter(condition -> Long.valueOf(entry.generation()).equals(condition.observedGeneration()))
                .toList();
    }

    private static Duration between(Instant from, Entry to) {
        Duration passed = Duration.between(from, to.at());
        return passed.isNegative() ? Duration.ZERO : passed;
    }

    private static void patiently(Runnable assertion) {
        TestNamespace.patiently().atMost(PATIENCE).untilAsserted(assertion::run);
    }
}
