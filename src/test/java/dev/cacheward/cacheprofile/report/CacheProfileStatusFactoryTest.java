package dev.cacheward.cacheprofile.report;

import static dev.cacheward.cacheprofile.report.ProfileOutcomes.FIRST;
import static dev.cacheward.cacheprofile.report.ProfileOutcomes.GENERATED;
import static dev.cacheward.cacheprofile.report.ProfileOutcomes.PASSED;
import static dev.cacheward.cacheprofile.report.ProfileOutcomes.PROFILE;
import static dev.cacheward.cacheprofile.report.ProfileOutcomes.message;
import static dev.cacheward.cacheprofile.report.ProfileOutcomes.outcome;
import static dev.cacheward.cacheprofile.report.ProfileOutcomes.status;
import static dev.cacheward.cacheprofile.report.ProfileOutcomes.summary;
import static dev.cacheward.cacheprofile.report.ProfileOutcomes.written;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.CacheProfileStatus;
import dev.cacheward.cacheprofile.model.Applied;
import dev.cacheward.cacheprofile.model.Availability;
import dev.cacheward.cacheprofile.model.ObservedBuilder;
import dev.cacheward.cacheprofile.model.ValidatedProfile;
import dev.cacheward.cacheprofile.plan.SampleProfiles;
import dev.cacheward.runtime.ClusterDomain;
import dev.cacheward.status.Cause;
import dev.cacheward.status.PreviousStatus;
import dev.cacheward.status.Reason;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The status that a person reads after a reconciliation. */
class CacheProfileStatusFactoryTest {

    @Test
    void aProfileThatIsWellSaysEverythingThatAnApplicationNeeds() {
        // When
        CacheProfileStatus status = status(FIRST, outcome(written(), PASSED));

        // Then
        assertThat(summary(status))
                .containsExactly(
                        "Ready=True Ready", "RedisAvailable=True CheckPassed", "ConfigDelivered=True Delivered");
        assertThat(status.observedGeneration()).isEqualTo(1);
        assertThat(status.binding().name()).isEqualTo("shop-redis");
        assertThat(status.redis().endpoint()).isEqualTo("shop-redis.team.svc.cluster.local:6379");
        assertThat(status.redis().version()).isEqualTo("Redis 8.0.6");
        assertThat(status.keyCount()).isEqualTo(2);
        assertThat(status.delivered())
                .singleElement()
                .satisfies(map -> assertThat(map.target()).isEqualTo("shop-cache"));
    }

    @Test
    void theEndpointFollowsTheClusterDomainWhenTheSecretsDo() {
        // Given
        PreviousStatus<CacheProfileStatus> before =
                new PreviousStatus<>(Optional.of(status(FIRST, outcome(written(), PASSED))));
        ClusterDomain moved = new ClusterDomain("k8s.example.com");

        // When
        CacheProfileStatus unwritten = status(before, outcome(Applied.nothing(), PASSED), moved, ObservedBuilder.NOW);
        CacheProfileStatus written = status(before, outcome(written(), PASSED), moved, ObservedBuilder.NOW);

        // Then
        assertThat(unwritten.redis().endpoint()).isEqualTo("shop-redis.team.svc.cluster.local:6379");
        assertThat(written.redis().endpoint()).isEqualTo("shop-redis.team.svc.k8s.example.com:6379");
    }

    @Test
    void anEqualReconciliationLaterGivesAnEqualStatusSoThatNothingIsWritten() {
        // Given
        CacheProfileStatus first = status(FIRST, outcome(written(), PASSED));

        // When
        CacheProfileStatus second = status(
                new PreviousStatus<>(Optional.of(first)),
                outcome(written(), PASSED),
                ClusterDomain.DEFAULT,
                ObservedBuilder.NOW.plus(Duration.ofHours(1)));

        // Then
        assertThat(second).isEqualTo(first);
    }

    @Test
    void anInvalidSpecKeepsTheLastDeliveryAndTheConnectionAndNeedsAHuman() {
        // Given
        CacheProfileStatus good = status(FIRST, outcome(written(), PASSED));
        ValidatedProfile invalid = SampleProfiles.validate(
                SampleProfiles.profile("ttls: {users: 60}"),
                ObservedBuilder.nothing().observed());

        // When
        CacheProfileStatus status = status(
                new PreviousStatus<>(Optional.of(good)),
                ProfileOutcome.of(invalid, GENERATED, Applied.nothing(), Optional.of(PASSED)));

        // Then
        assertThat(summary(status))
                .containsExactly(
                        "Ready=False InvalidSpec",
                        "Stalled=True InvalidSpec",
                        "RedisAvailable=True CheckPassed",
                        "ConfigDelivered=False InvalidSpec");
        assertThat(message(status, "Ready")).startsWith("spec.ttls.users: \"60\"");
        assertThat(message(status, "ConfigDelivered")).startsWith("The last valid delivery stays. spec.ttls.users");
        assertThat(status.delivered()).isEqualTo(good.delivered());
        assertThat(status.binding()).isEqualTo(good.binding());
    }

    @Test
    void aProfileThatWasNeverValidHasNoConnectionAndSaysWhyThereIsNoRedis() {
        // Given
        ValidatedProfile invalid = SampleProfiles.validate(
                SampleProfiles.profile("ttls: {users: 60}"),
                ObservedBuilder.nothing().observed());

        // When
        CacheProfileStatus status =
                status(FIRST, ProfileOutcome.of(invalid, GENERATED, Applied.nothing(), Optional.empty()));

        // Then
        assertThat(summary(status)).contains("RedisAvailable=False InvalidSpec");
        assertThat(status.binding()).isNull();
        assertThat(status.redis()).isNull();
        assertThat(status.keyCount()).isZero();
    }

    @Test
    void theVersionThatWasSeenLastIsKeptThroughAnOutage() {
        // Given
        PreviousStatus<CacheProfileStatus> before =
                new PreviousStatus<>(Optional.of(status(FIRST, outcome(written(), PASSED))));

        // When
        CacheProfileStatus status =
                status(before, outcome(written(), Availability.not(new Cause(Reason.TIMEOUT, "silent"))));

        // Then
        assertThat(status.redis().version()).isEqualTo("Redis 8.0.6");
    }

    @Test
    void anOperatorInTroubleKeepsAllThatItKnew() {
        // Given
        CacheProfileStatus good = status(FIRST, outcome(written(), PASSED));

        // When
        CacheProfileStatus status = CacheProfileStatusFactory.failed(
                PROFILE,
                new PreviousStatus<>(Optional.of(good)),
                new Cause(Reason.INTERNAL_ERROR, "see the log"),
                ObservedBuilder.NOW);

        // Then
        assertThat(summary(status))
                .containsExactly(
                        "Ready=Unknown InternalError",
                        "RedisAvailable=True CheckPassed",
                        "ConfigDelivered=True Delivered");
        assertThat(status.delivered()).isEqualTo(good.delivered());
        assertThat(status.binding()).isEqualTo(good.binding());
        assertThat(status.redis()).isEqualTo(good.redis());
    }

    @Test
    void aStatusWithMissingPiecesIsOneThatFoundNothing() {
        // Given
        CacheProfileStatus empty = new CacheProfileStatus(null, null, null, null, null, null, null);

        // When
        CacheProfileStatus status = status(new PreviousStatus<>(Optional.of(empty)), outcome(written(), PASSED));

        // Then
        assertThat(status).isEqualTo(status(FIRST, outcome(written(), PASSED)));
    }
}
