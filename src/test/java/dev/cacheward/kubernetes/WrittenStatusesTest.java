package dev.cacheward.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.RateLimitPolicy;
import dev.cacheward.api.v1alpha1.RateLimitPolicyStatus;
import dev.cacheward.telemetry.Telemetry;
import dev.cacheward.testbed.SettableClock;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WrittenStatusesTest {
    private final SettableClock clock = new SettableClock();
    private final WrittenStatuses<RateLimitPolicyStatus> statuses = new WrittenStatuses<>(clock, new Telemetry() {});

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
        statuses.forget(cached);

        // Then
        assertThat(statuses.of(cached)).contains(status(3));
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
