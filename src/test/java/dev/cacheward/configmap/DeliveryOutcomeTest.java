package dev.cacheward.configmap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.Delivered;
import dev.cacheward.api.v1alpha1.DeliveryMode;
import dev.cacheward.api.v1alpha1.RestartTarget;
import dev.cacheward.api.v1alpha1.WorkloadKind;
import dev.cacheward.delivery.RestartPlan;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What follows from a delivery for what comes after it. */
class DeliveryOutcomeTest {
    private static final Optional<List<RestartTarget>> WORKLOADS =
            Optional.of(List.of(new RestartTarget(WorkloadKind.DEPLOYMENT, "backend")));
    private static final Delivered NEW = delivered("new", "1111");
    private static final Delivered OLD = delivered("old", "2222");
    private static final Cause CONFLICT = new Cause(Reason.KEY_CONFLICT, "A is theirs.");
    private static final Cause REFUSED = new Cause(Reason.WRITE_REFUSED, "may not.");

    @Test
    void aConflictHoldsTheRestartUpForItsKeysAndARefusedCleanUpDoesNot() {
        // Given
        RestartPlan all = RestartPlan.of(WORKLOADS, List.of(NEW));

        // Then
        assertThat(outcome(true, Set.of(), REFUSED).restarts(WORKLOADS)).isEqualTo(all);
        assertThat(outcome(true, Set.of("A"), CONFLICT).restarts(WORKLOADS)).isEqualTo(all.complete(false));
    }

    @Test
    void keysThatLeaveAnotherMapLaterRestartNothingAgain() {
        // Given
        DeliveryOutcome left = new DeliveryOutcome(List.of(), true, Set.of(), false, List.of(NEW), List.of());

        // Then
        assertThat(outcome(true, Set.of(), REFUSED).restarts(WORKLOADS)).isEqualTo(left.restarts(WORKLOADS));
    }

    @Test
    void whileKeysAreOnTheirWayNothingIsRestarted() {
        assertThat(outcome(false, Set.of(), REFUSED).restarts(WORKLOADS)).isEqualTo(RestartPlan.none());
    }

    @Test
    void aMapThatIsNoLongerNamedGoesWhenAllThatIsNamedHolds() {
        assertThat(outcome(true, Set.of()).frees(map("A"))).isTrue();
        assertThat(outcome(false, Set.of()).frees(map("A"))).isFalse();
    }

    @Test
    void aMapStaysThatAloneHasAKeyOfOursAndAConflictKeepsNoOther() {
        assertThat(outcome(true, Set.of("A"), CONFLICT).frees(map("A"))).isFalse();
        assertThat(outcome(true, Set.of("A"), CONFLICT).frees(map("B"))).isTrue();
        assertThat(outcome(true, Set.of("A"), CONFLICT).frees(new ConfigMap())).isTrue();
    }

    @Test
    void theFirstTroubleGivesTheReasonAndAllTheirWords() {
        assertThat(outcome(true, Set.of(), REFUSED, CONFLICT)
                        .and(Optional.of(REFUSED))
                        .cause())
                .contains(new Cause(Reason.WRITE_REFUSED, "may not. A is theirs."));
    }

    @Test
    void theStatusTellsOfAllMapsByName() {
        assertThat(outcome(true, Set.of()).delivered()).containsExactly(NEW, OLD);
    }

    private static DeliveryOutcome outcome(boolean holds, Set<String> disputed, Cause... causes) {
        return new DeliveryOutcome(List.of(causes), holds, disputed, false, List.of(NEW), List.of(OLD));
    }

    private static Delivered delivered(String target, String hash) {
        return new Delivered(target, DeliveryMode.MERGE, 1, hash, List.of());
    }

    private static ConfigMap map(String key) {
        return new ConfigMapBuilder().withData(Map.of(key, "1")).build();
    }
}
