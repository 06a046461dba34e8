package dev.cacheward.cacheprofile.report;

import static dev.cacheward.cacheprofile.report.ProfileOutcomes.FIRST;
import static dev.cacheward.cacheprofile.report.ProfileOutcomes.GENERATED;
import static dev.cacheward.cacheprofile.report.ProfileOutcomes.PASSED;
import static dev.cacheward.cacheprofile.report.ProfileOutcomes.PROFILE;
import static dev.cacheward.cacheprofile.report.ProfileOutcomes.delivered;
import static dev.cacheward.cacheprofile.report.ProfileOutcomes.delivery;
import static dev.cacheward.cacheprofile.report.ProfileOutcomes.message;
import static dev.cacheward.cacheprofile.report.ProfileOutcomes.outcome;
import static dev.cacheward.cacheprofile.report.ProfileOutcomes.status;
import static dev.cacheward.cacheprofile.report.ProfileOutcomes.summary;
import static dev.cacheward.cacheprofile.report.ProfileOutcomes.written;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.CacheProfileStatus;
import dev.cacheward.cacheprofile.model.Applied;
import dev.cacheward.cacheprofile.model.Availability;
import dev.cacheward.cacheprofile.model.ObservedBuilder;
import dev.cacheward.cacheprofile.model.UserSecret;
import dev.cacheward.cacheprofile.model.ValidatedProfile;
import dev.cacheward.cacheprofile.plan.SampleProfiles;
import dev.cacheward.redis.Product;
import dev.cacheward.redis.ServerVersion;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import dev.cacheward.status.Warnings;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What keeps a profile from being ready, and which condition tells of it. */
class UnreadyProfileTest {
    @Test
    void aForeignSecretOfTheConnectionsNameIsNotTakenForIt() {
        // Given
        Cause conflict = new Cause(Reason.NAME_CONFLICT, "Secret \"shop-redis\" belongs to somebody else");
        Applied applied = new Applied(delivery(Optional.empty(), delivered()), Optional.of(conflict), false);

        // When
        CacheProfileStatus status = status(FIRST, withoutAServer(applied));

        // Then
        assertThat(summary(status))
                .containsExactly(
                        "Ready=False NameConflict",
                        "Stalled=True NameConflict",
                        "RedisAvailable=False NameConflict",
                        "ConfigDelivered=True Delivered");
        assertThat(status.binding()).isNull();
    }

    @Test
    void aMapThatIsSomebodyElsesIsToldOfTheDeliveryAlone() {
        // Given
        Cause conflict = new Cause(Reason.NAME_CONFLICT, "ConfigMap \"shop-cache\" belongs to somebody else");
        Applied applied = new Applied(delivery(Optional.of(conflict), List.of()), Optional.empty(), true);

        // When
        CacheProfileStatus status = status(FIRST, outcome(applied, PASSED));

        // Then
        assertThat(summary(status))
                .containsExactly(
                        "Ready=False NameConflict",
                        "Stalled=True NameConflict",
                        "RedisAvailable=True CheckPassed",
                        "ConfigDelivered=False NameConflict");
        assertThat(status.delivered()).isEmpty();
    }

    @ParameterizedTest(name = "{0} beside a conflict of keys: Ready tells of {1}")
    @CsvSource({"CONFIG_REFUSED, CONFIG_REFUSED", "SECRET_NOT_FOUND, SECRET_NOT_FOUND", "PREFLIGHT, KEY_CONFLICT"})
    void aServerThatIsKeptFromAChangeIsToldThoughADeliveryFailsToo(Reason server, Reason told) {
        // Given
        Cause conflict = new Cause(Reason.KEY_CONFLICT, "key \"A\" of ConfigMap \"app\" is somebody else's");
        Applied applied =
                new Applied(delivery(Optional.of(conflict), delivered()), Optional.of(new Cause(server, "why")), true);

        // When
        CacheProfileStatus status = status(FIRST, outcome(applied, PASSED));

        // Then
        assertThat(summary(status)).contains("Ready=False " + told.wire(), "ConfigDelivered=False KeyConflict");
    }

    @Test
    void aServerThatServesWhileAChangeIsRefusedIsAvailableAndTheProfileIsNotReady() {
        // Given
        Cause refused = new Cause(Reason.CONFIG_REFUSED, "'timeout soon'");
        Applied applied = new Applied(delivery(Optional.empty(), delivered()), Optional.of(refused), true);

        // Then
        assertThat(summary(status(FIRST, outcome(applied, PASSED))))
                .containsExactly(
                        "Ready=False ConfigRefused",
                        "Stalled=True ConfigRefused",
                        "RedisAvailable=True CheckPassed",
                        "ConfigDelivered=True Delivered");
    }

    @Test
    void anUnusablePasswordComesBeforeWhatFollowsFromIt() {
        // Given
        UserSecret unusable = new UserSecret.Unusable(new Cause(Reason.INVALID_PASSWORD, "too long"));
        ProfileOutcome outcome = ProfileOutcome.of(
                new ValidatedProfile.Valid(SampleProfiles.valid(PROFILE), Warnings.none()),
                unusable,
                new Applied(delivery(Optional.empty(), delivered()), Optional.empty(), false),
                Optional.empty());

        // Then
        assertThat(summary(status(FIRST, outcome)))
                .containsExactly(
                        "Ready=False InvalidPassword",
                        "Stalled=True InvalidPassword",
                        "RedisAvailable=False InvalidPassword",
                        "ConfigDelivered=True Delivered");
    }

    @Test
    void workThatEndsByItselfIsReconciling() {
        assertThat(summary(status(
                        FIRST, outcome(written(), Availability.not(new Cause(Reason.PROVISIONING, "comes"))))))
                .containsExactly(
                        "Ready=False Provisioning",
                        "Reconciling=True Provisioning",
                        "RedisAvailable=False Provisioning",
                        "ConfigDelivered=True Delivered");
    }

    @Test
    void aRiskIsAWarningThatLeavesTheProfileReady() {
        // Given
        CacheProfile risky = SampleProfiles.managed("persistence: {mode: Snapshot}, maxMemory: 70%");
        ValidatedProfile validated =
                SampleProfiles.validate(risky, ObservedBuilder.nothing().observed());
        ProfileOutcome outcome = ProfileOutcome.of(validated, GENERATED, written(), Optional.of(PASSED));

        // When
        CacheProfileStatus status = status(FIRST, outcome);

        // Then
        assertThat(summary(status)).contains("Ready=True Ready");
        assertThat(message(status, "Ready")).contains("Warning: maxMemory is above 60% of the memory limit");
    }

    @ParameterizedTest
    @CsvSource({"REDIS, 6, Redis 6.2.14", "REDIS, 9, Redis 9.2.14", "VALKEY, 7, Valkey 7.2.14"})
    void aServerThatIsNotSupportedIsAWarningThatSaysWhatIs(Product product, int major, String name) {
        // Given
        ServerVersion version = new ServerVersion(product, major, 2, 14);
        Availability answers = new Availability(Optional.empty(), Optional.of(version));

        // When
        CacheProfileStatus status = status(FIRST, outcome(written(), answers));

        // Then
        assertThat(summary(status)).contains("Ready=True Ready");
        assertThat(message(status, "Ready"))
                .endsWith("Warning: " + name + " is not supported: use an image of Redis 7.0 to 8, or Valkey 8 or 9.");
    }

    /** What kept it from being made is then also why it is not available. */
    private static ProfileOutcome withoutAServer(Applied applied) {
        return ProfileOutcome.of(
                new ValidatedProfile.Valid(SampleProfiles.valid(PROFILE), Warnings.none()),
                GENERATED,
                applied,
                Optional.empty());
    }
}
