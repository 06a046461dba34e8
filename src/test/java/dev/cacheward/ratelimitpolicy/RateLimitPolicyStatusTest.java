package dev.cacheward.ratelimitpolicy;

import static dev.cacheward.ratelimitpolicy.PolicyOutcomes.DELIVERED;
import static dev.cacheward.ratelimitpolicy.PolicyOutcomes.FIRST;
import static dev.cacheward.ratelimitpolicy.PolicyOutcomes.NOW;
import static dev.cacheward.ratelimitpolicy.PolicyOutcomes.look;
import static dev.cacheward.ratelimitpolicy.PolicyOutcomes.outcome;
import static dev.cacheward.ratelimitpolicy.PolicyOutcomes.profile;
import static dev.cacheward.ratelimitpolicy.PolicyOutcomes.reasons;
import static dev.cacheward.ratelimitpolicy.PolicyOutcomes.summary;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.RateLimitPolicy;
import dev.cacheward.api.v1alpha1.RateLimitPolicyStatus;
import dev.cacheward.status.Cause;
import dev.cacheward.status.PreviousStatus;
import dev.cacheward.status.Reason;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The status that a person reads after a reconciliation. */
class RateLimitPolicyStatusTest {
    private final RateLimitPolicy policy = SamplePolicies.policy("limits: {query: 20/minute}");

    @Test
    void aPolicyWhoseProfileIsReadyIsReadyAndWarnsOfEviction() {
        // When
        RateLimitPolicyStatus status = look(policy, DELIVERED, profile(true, false), FIRST);

        // Then
        assertThat(summary(status))
                .containsExactly(
                        "Ready=True Ready",
                        "ConfigDelivered=True Delivered",
                        "ProfileResolved=True ProfileReady",
                        "EvictionSafe=False CountersMayBeEvicted");
        assertThat(status.keyCount()).isEqualTo(3);
        assertThat(status.delivered())
                .singleElement()
                .satisfies(map -> assertThat(map.target()).isEqualTo("shop-limits"));
    }

    @Test
    void onlyAServerThatNeverEvictsIsSafe() {
        assertThat(reasons(look(policy, DELIVERED, profile(true, true), FIRST))).contains(Reason.NEVER_EVICTS.wire());
        assertThat(reasons(look(policy, DELIVERED, profile(true, false), FIRST)))
                .contains(Reason.COUNTERS_MAY_BE_EVICTED.wire());
    }

    @Test
    void theProfilesOwnReadinessIsTheReason() {
        assertThat(reasons(look(policy, DELIVERED, profile(true, true), FIRST))).contains(Reason.PROFILE_READY.wire());
        assertThat(reasons(look(policy, DELIVERED, profile(false, true), FIRST)))
                .contains(Reason.PROFILE_NOT_READY.wire());
    }

    @Test
    void withoutItsProfileAPolicyIsDeliveredAndNotReady() {
        // When
        RateLimitPolicyStatus status = look(policy, DELIVERED, Optional.empty(), FIRST);

        // Then
        assertThat(summary(status))
                .containsExactly(
                        "Ready=False ProfileNotFound",
                        "ConfigDelivered=True Delivered",
                        "ProfileResolved=False ProfileNotFound");
        assertThat(status.conditions().get(0).message()).contains("CacheProfile \"shop\"", "spec.profileRef.name");
    }

    @Test
    void aProfileThatIsNotReadyIsWaitedFor() {
        assertThat(summary(look(policy, DELIVERED, profile(false, false), FIRST)))
                .contains("Ready=False ProfileNotReady", "Reconciling=True ProfileNotReady");
    }

    @Test
    void whileAProfilesStatusIsBehindItsSpecWhatWasKnownStands() {
        // Given
        Optional<ProfileView> behind =
                Optional.of(new ProfileView("shop", Optional.empty(), ProfileView.Eviction.POSSIBLE, false));
        PreviousStatus<RateLimitPolicyStatus> ready =
                new PreviousStatus<>(Optional.of(look(policy, DELIVERED, profile(true, false), FIRST)));

        // Then
        assertThat(summary(look(policy, DELIVERED, behind, ready))).contains("Ready=True Ready");
        assertThat(summary(look(policy, DELIVERED, behind, FIRST))).contains("Ready=False ProfileNotReady");
    }

    @Test
    void anInvalidSpecKeepsTheLastDeliveryAndNeedsAHuman() {
        // Given
        RateLimitPolicyStatus good = look(policy, DELIVERED, profile(true, false), FIRST);

        // When
        RateLimitPolicyStatus status = look(
                SamplePolicies.policy("limits: {query: 20/min}"),
                DELIVERED,
                profile(true, false),
                new PreviousStatus<>(Optional.of(good)));

        // Then
        assertThat(summary(status))
                .contains(
                        "Ready=False InvalidSpec",
                        "Stalled=True InvalidSpec",
                        "ConfigDelivered=False InvalidSpec",
                        "ProfileResolved=True ProfileReady");
        assertThat(status.conditions().get(0).message()).startsWith("spec.limits.query: \"20/min\"");
        assertThat(status.delivered()).isEqualTo(good.delivered());
    }

    @Test
    void aMapThatIsSomebodyElsesComesBeforeTheProfile() {
        // Given
        Optional<Cause> taken = Optional.of(new Cause(Reason.NAME_CONFLICT, "taken"));

        // Then
        assertThat(summary(look(policy, taken, Optional.empty(), FIRST)))
                .containsExactly(
                        "Ready=False NameConflict",
                        "Stalled=True NameConflict",
                        "ConfigDelivered=False NameConflict",
                        "ProfileResolved=False ProfileNotFound");
    }

    @Test
    void anEqualReconciliationLaterGivesAnEqualStatusSoThatNothingIsWritten() {
        // Given
        RateLimitPolicyStatus first = look(policy, DELIVERED, profile(true, false), FIRST);
        PreviousStatus<RateLimitPolicyStatus> before = new PreviousStatus<>(Optional.of(first));

        // When
        RateLimitPolicyStatus second = RateLimitPolicyStatusFactory.status(
                policy,
                before,
                outcome(policy, DELIVERED, profile(true, false), before),
                NOW.plus(Duration.ofHours(1)));

        // Then
        assertThat(second).isEqualTo(first);
    }

    @Test
    void anOperatorInTroubleKeepsAllThatItKnew() {
        // Given
        RateLimitPolicyStatus good = look(policy, DELIVERED, profile(true, true), FIRST);

        // When
        RateLimitPolicyStatus status = RateLimitPolicyStatusFactory.failed(
                policy, new PreviousStatus<>(Optional.of(good)), new Cause(Reason.INTERNAL_ERROR, "see the log"), NOW);

        // Then
        assertThat(summary(status))
                .containsExactly(
                        "Ready=Unknown InternalError",
                        "ConfigDelivered=True Delivered",
                        "ProfileResolved=True ProfileReady",
                        "EvictionSafe=True NeverEvicts");
        assertThat(status.delivered()).isEqualTo(good.delivered());
    }
}
