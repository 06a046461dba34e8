package dev.cacheward.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.api.v1alpha1.RateLimitPolicy;
import dev.cacheward.api.v1alpha1.RateLimitPolicyStatus;
import dev.cacheward.drift.Tries;
import dev.cacheward.status.Changes;
import dev.cacheward.status.ConditionStatus;
import dev.cacheward.status.ConditionType;
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
import org.junit.jupiter.api.Test;

class StatusCacheTest {
    private static final RateLimitPolicyStatus LOST = ready(ConditionStatus.FALSE, Reason.PROFILE_NOT_FOUND);
    private static final RateLimitPolicyStatus READY = ready(ConditionStatus.TRUE, Reason.READY);

    private final SettableClock clock = new SettableClock();
    private final List<String> changes = new ArrayList<>();
    private final StatusCache<RateLimitPolicyStatus> statuses = new StatusCache<>(clock, listener(), new Tries(clock));

    @Test
    void whatTheResourceSaysAlreadyIsNotSent() {
        // Given
        RateLimitPolicy policy = policy("uid-1", status(3));

        // When
        Optional<RateLimitPolicy> sent = statuses.patch(policy, status(3), RateLimitPolicy::new);

        // Then
        assertThat(sent).isEmpty();
    }

    @Test
    void aNewStatusIsSentOnceAlsoWhileTheCacheStillShowsTheOldOne() {
        // Given
        RateLimitPolicy cached = policy("uid-1", status(3));
        assertThat(statuses.patch(cached, status(4), RateLimitPolicy::new)).isPresent();

        // When
        Optional<RateLimitPolicy> again = statuses.patch(cached, status(4), RateLimitPolicy::new);

        // Then
        assertThat(again).isEmpty();
        assertThat(statuses.of(cached)).contains(status(4));
    }

    @Test
    void afterAWhileTheApiServerIsRightAgain() {
        // Given
        RateLimitPolicy cached = policy("uid-1", status(3));
        statuses.patch(cached, status(4), RateLimitPolicy::new);

        // When
        clock.pass(Duration.ofSeconds(6));

        // Then
        assertThat(statuses.of(cached)).contains(status(3));
        assertThat(statuses.patch(cached, status(4), RateLimitPolicy::new)).isPresent();
    }

    @Test
    void afterAFailedWriteTheApiServerIsRightAtOnce() {
        // Given
        RateLimitPolicy cached = policy("uid-1", status(3));
        statuses.patch(cached, status(4), RateLimitPolicy::new);

        // When
        boolean statusRefused = statuses.forget(cached);

        // Then
        assertThat(statusRefused).isTrue();
        assertThat(statuses.of(cached)).contains(status(3));
    }

    @Test
    void aReconciliationThatFailsBeforeItsStatusIsNoFailureOfThat() {
        assertThat(statuses.forget(policy("uid-1", status(3)))).isFalse();
    }

    @Test
    void aWriteThatKeepsFailingIsToldOnce() {
        // When
        for (int attempt = 0; attempt < 3; attempt++) {
            statuses.patch(policy("uid-1", LOST), READY, RateLimitPolicy::new);
            statuses.forget(policy("uid-1", LOST));
        }

        // Then
        assertThat(changes).containsExactly("Ready", "", "");
    }

    @Test
    void aSuccessorOfTheSameNameDoesNotInheritTheStatus() {
        // Given
        statuses.patch(policy("uid-1", null), status(4), RateLimitPolicy::new);

        // When
        Optional<RateLimitPolicyStatus> known = statuses.of(policy("uid-2", null));

        // Then
        assertThat(known).isEmpty();
    }

    @Test
    void whatIsSentHasIdentityAndStatusOnly() {
        // Given
        RateLimitPolicy policy = policy("uid-1", null);

        // When
        RateLimitPolicy sent =
                statuses.patch(policy, status(4), RateLimitPolicy::new).orElseThrow();

        // Then
        assertThat(sent.getSpec()).isNull();
        assertThat(sent.getStatus()).isEqualTo(status(4));
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

    private static RateLimitPolicyStatus ready(ConditionStatus truth, Reason reason) {
        return new RateLimitPolicyStatus(
                1L,
                List.of(new Condition(
                        ConditionType.READY.wire(), truth.wire(), reason.wire(), "why", "2026-03-01T10:00:00Z", 1L)),
                1,
                List.of());
    }

    private static RateLimitPolicyStatus status(int keys) {
        return new RateLimitPolicyStatus(1L, List.of(), keys, List.of());
    }

    private static RateLimitPolicy policy(String uid, RateLimitPolicyStatus status) {
        RateLimitPolicy policy = new RateLimitPolicy();
        policy.setMetadata(new ObjectMetaBuilder()
                .withName("shop")
                .withNamespace("team")
                .withUid(uid)
                .withResourceVersion("7")
                .addToLabels("team", "shop")
                .build());
        policy.setStatus(status);
        return policy;
    }
}
