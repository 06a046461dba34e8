package dev.cacheward.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.api.v1alpha1.RateLimitPolicy;
import dev.cacheward.api.v1alpha1.RateLimitPolicyStatus;
import dev.cacheward.drift.Tries;
import dev.cacheward.status.Changes;
import dev.cacheward.status.ConditionStatus;
import dev.cacheward.status.Reason;
import dev.cacheward.telemetry.Telemetry;
import dev.cacheward.testbed.SettableClock;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StatusCacheTest {
    private static final RateLimitPolicyStatus LOST =
            SampleStatuses.ready(ConditionStatus.FALSE, Reason.PROFILE_NOT_FOUND);
    private static final RateLimitPolicyStatus READY = SampleStatuses.ready(ConditionStatus.TRUE, Reason.READY);

    private final SettableClock clock = new SettableClock();
    private final Tries tries = new Tries(clock);
    private final List<String> changes = new ArrayList<>();
    private final StatusCache<RateLimitPolicyStatus> statuses = new StatusCache<>(clock, listener(), tries);

    @Test
    void whatTheResourceSaysAlreadyIsNotSent() {
        // Given
        RateLimitPolicy policy = SampleStatuses.policy("uid-1", SampleStatuses.status(3));

        // When
        Optional<RateLimitPolicy> sent = statuses.patch(policy, SampleStatuses.status(3), RateLimitPolicy::new);

        // Then
        assertThat(sent).isEmpty();
    }

    @Test
    void aNewStatusIsSentOnceAlsoWhileTheCacheStillShowsTheOldOne() {
        // Given
        RateLimitPolicy cached = SampleStatuses.policy("uid-1", SampleStatuses.status(3));
        assertThat(statuses.patch(cached, SampleStatuses.status(4), RateLimitPolicy::new))
                .isPresent();

        // When
        Optional<RateLimitPolicy> again = statuses.patch(cached, SampleStatuses.status(4), RateLimitPolicy::new);

        // Then
        assertThat(again).isEmpty();
        assertThat(statuses.of(cached)).contains(SampleStatuses.status(4));
    }

    @Test
    void afterAWhileTheApiServerIsRightAgain() {
        // Given
        RateLimitPolicy cached = SampleStatuses.policy("uid-1", SampleStatuses.status(3));
        statuses.patch(cached, SampleStatuses.status(4), RateLimitPolicy::new);

        // When
        clock.pass(Duration.ofSeconds(6));

        // Then
        assertThat(statuses.of(cached)).contains(SampleStatuses.status(3));
        assertThat(statuses.patch(cached, SampleStatuses.status(4), RateLimitPolicy::new))
                .isPresent();
    }

    @Test
    void afterAFailedWriteTheApiServerIsRightAtOnce() {
        // Given
        RateLimitPolicy cached = SampleStatuses.policy("uid-1", SampleStatuses.status(3));
        statuses.patch(cached, SampleStatuses.status(4), RateLimitPolicy::new);

        // When
        boolean statusRefused = statuses.failed(cached, false);

        // Then
        assertThat(statusRefused).isTrue();
        assertThat(statuses.of(cached)).contains(SampleStatuses.status(3));
    }

    @Test
    void aReconciliationThatFailsBeforeItsStatusIsNoFailureOfThat() {
        assertThat(statuses.failed(SampleStatuses.policy("uid-1", SampleStatuses.status(3)), false))
                .isFalse();
    }

    @Test
    void aWriteThatKeepsFailingIsToldOnce() {
        // When
        for (int attempt = 0; attempt < 3; attempt++) {
            statuses.patch(SampleStatuses.policy("uid-1", LOST), READY, RateLimitPolicy::new);
            statuses.failed(SampleStatuses.policy("uid-1", LOST), false);
        }

        // Then
        assertThat(changes).containsExactly("Ready", "", "");
    }

    @Test
    void aStatusThatDoesNotStayIsSentThreeTimesAndThenOnceAMinute() {
        // Given
        RateLimitPolicy held = SampleStatuses.policy("uid-1", SampleStatuses.status(99));

        // When
        long sent = IntStream.range(0, 60)
                .peek(look -> clock.pass(Duration.ofSeconds(10)))
                .filter(look -> statuses.patch(held, SampleStatuses.status(4), RateLimitPolicy::new)
                        .isPresent())
                .count();

        // Then
        assertThat(sent).isEqualTo(3 + 9);
        assertThat(tries.warnings("uid-1").texts())
                .singleElement()
                .asString()
                .startsWith("The status does not stay as it is written: status.keyCount is \"99\" instead of \"4\".");
    }

    @Test
    void aRefusalOfTheStatusThatLastsIsATryAndAnOutageIsNone() {
        // Given
        RateLimitPolicy policy = SampleStatuses.policy("uid-1", SampleStatuses.status(3));

        // When
        long refused = sent(policy, SampleStatuses.status(4), true);
        long failed = sent(policy, SampleStatuses.status(5), false);

        // Then
        assertThat(refused).isEqualTo(3);
        assertThat(failed).isEqualTo(10);
    }

    private long sent(RateLimitPolicy policy, RateLimitPolicyStatus status, boolean lasting) {
        return IntStream.range(0, 10)
                .filter(look ->
                        statuses.patch(policy, status, RateLimitPolicy::new).isPresent())
                .peek(look -> statuses.failed(policy, lasting))
                .count();
    }

    @Test
    void aSuccessorOfTheSameNameDoesNotInheritTheStatus() {
        // Given
        statuses.patch(SampleStatuses.policy("uid-1", null), SampleStatuses.status(4), RateLimitPolicy::new);

        // When
        Optional<RateLimitPolicyStatus> known = statuses.of(SampleStatuses.policy("uid-2", null));

        // Then
        assertThat(known).isEmpty();
    }

    @Test
    void whatIsSentHasIdentityAndStatusOnly() {
        // Given
        RateLimitPolicy policy = SampleStatuses.policy("uid-1", null);

        // When
        RateLimitPolicy sent = statuses.patch(policy, SampleStatuses.status(4), RateLimitPolicy::new)
                .orElseThrow();

        // Then
        assertThat(sent.getSpec()).isNull();
        assertThat(sent.getStatus()).isEqualTo(SampleStatuses.status(4));
        assertThat(sent.getMetadata())
                .isEqualTo(new ObjectMetaBuilder()
                        .withName("shop")
                        .withNamespace("team")
                        .withUid("uid-1")
                        .build());
    }

    private Telemetry listener() {
        return new Telemetry() {
            @Override
            public void reconciled(HasMetadata resource, List<Condition> before, List<Condition> now) {
                changes.add(Changes.between(before, now).stream()
                        .map(Condition::reason)
                        .collect(Collectors.joining()));
            }
        };
    }
}
