package dev.cacheward.cacheprofile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.CacheProfileStatus;
import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.redis.Product;
import dev.cacheward.redis.ServerVersion;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** From what a look came to, to what a person reads. */
class CacheProfileStatusFactoryTest {
    private static final Availability PASSED =
            new Availability(Optional.empty(), Optional.of(new ServerVersion(Product.REDIS, 8, 0, 6)));
    private static final UserSecret GENERATED = new UserSecret.NotAsked();
    private static final LastLook FIRST = LastLook.of(Optional.empty());

    private final CacheProfile profile = Samples.minimal();
    private final ProfilePlan plan = Samples.plan(profile, Seen.nothing().observed());

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
        assertThat(status.redis().endpoint()).isEqualTo("shop-redis.team.svc:6379");
        assertThat(status.redis().version()).isEqualTo("Redis 8.0.6");
        assertThat(status.keyCount()).isEqualTo(2);
        assertThat(status.delivered())
                .singleElement()
                .satisfies(map -> assertThat(map.target()).isEqualTo("shop-cache"));
    }

    @Test
    void anEqualLookLaterGivesAnEqualStatusSoThatNothingIsWritten() {
        // Given
        CacheProfileStatus first = status(FIRST, outcome(written(), PASSED));

        // When
        CacheProfileStatus second = CacheProfileStatusFactory.status(
                profile,
                LastLook.of(Optional.of(first)),
                outcome(written(), PASSED),
                Seen.NOW.plus(Duration.ofHours(1)));

        // Then
        assertThat(second).isEqualTo(first);
    }

    @Test
    void anInvalidSpecKeepsTheLastDeliveryAndTheConnectionAndNeedsAHuman() {
        // Given
        CacheProfileStatus good = status(FIRST, outcome(written(), PASSED));
        ValidatedProfile invalid = Samples.validate(
                Samples.profile("ttls: {users: 60}"), Seen.nothing().observed());

        // When
        CacheProfileStatus status = status(
                LastLook.of(Optional.of(good)), Outcome.of(invalid, GENERATED, Applied.nothing(), Optional.of(PASSED)));

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
        ValidatedProfile invalid = Samples.validate(
                Samples.profile("ttls: {users: 60}"), Seen.nothing().observed());

        // When
        CacheProfileStatus status = status(FIRST, Outcome.of(invalid, GENERATED, Applied.nothing(), Optional.empty()));

        // Then
        assertThat(summary(status)).contains("RedisAvailable=False InvalidSpec");
        assertThat(status.binding()).isNull();
        assertThat(status.redis()).isNull();
        assertThat(status.keyCount()).isZero();
    }

    @Test
    void aForeignSecretOfTheConnectionsNameIsNotTakenForIt() {
        // Given
        Cause conflict = new Cause(Reason.NAME_CONFLICT, "Secret \"shop-redis\" belongs to somebody else");
        Applied applied = new Applied(Optional.empty(), Optional.of(conflict), false, plan.delivered());

        // When
        CacheProfileStatus status = status(FIRST, outcome(applied, null));

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
        Applied applied = new Applied(Optional.of(conflict), Optional.empty(), true, List.of());

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

    @Test
    void aServerThatServesWhileAChangeIsRefusedIsAvailableAndTheProfileIsNotReady() {
        // Given
        Cause refused = new Cause(Reason.CONFIG_REFUSED, "'timeout soon'");
        Applied applied = new Applied(Optional.empty(), Optional.of(refused), true, plan.delivered());

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
        Outcome outcome = Outcome.of(
                new ValidatedProfile.Valid(Samples.valid(profile)),
                unusable,
                new Applied(Optional.empty(), Optional.empty(), false, plan.delivered()),
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
    void theVersionThatWasSeenLastIsKeptThroughAnOutage() {
        // Given
        LastLook before = LastLook.of(Optional.of(status(FIRST, outcome(written(), PASSED))));

        // When
        CacheProfileStatus status =
                status(before, outcome(written(), Availability.not(new Cause(Reason.TIMEOUT, "silent"))));

        // Then
        assertThat(status.redis().version()).isEqualTo("Redis 8.0.6");
    }

    @Test
    void aRiskIsAWarningThatLeavesTheProfileReady() {
        // Given
        CacheProfile risky = Samples.managed("persistence: {mode: Snapshot}, maxMemory: 70%");
        Outcome outcome =
                Outcome.of(new ValidatedProfile.Valid(Samples.valid(risky)), GENERATED, written(), Optional.of(PASSED));

        // When
        CacheProfileStatus status = status(FIRST, outcome);

        // Then
        assertThat(summary(status)).contains("Ready=True Ready");
        assertThat(message(status, "Ready")).contains("Warning: maxMemory is above 60% of the memory limit");
    }

    @Test
    void anOperatorInTroubleKeepsAllThatItKnew() {
        // Given
        CacheProfileStatus good = status(FIRST, outcome(written(), PASSED));

        // When
        CacheProfileStatus status = CacheProfileStatusFactory.failed(
                profile, LastLook.of(Optional.of(good)), new Cause(Reason.INTERNAL_ERROR, "see the log"), Seen.NOW);

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
    void aStatusWithMissingPiecesIsALookThatFoundNothing() {
        // When
        LastLook look = LastLook.of(Optional.of(new CacheProfileStatus(null, null, null, null, null, null)));

        // Then
        assertThat(look).isEqualTo(FIRST);
    }

    private Applied written() {
        return new Applied(Optional.empty(), Optional.empty(), true, plan.delivered());
    }

    private Outcome outcome(Applied applied, Availability availability) {
        return Outcome.of(
                new ValidatedProfile.Valid(Samples.valid(profile)),
                GENERATED,
                applied,
                Optional.ofNullable(availability));
    }

    private CacheProfileStatus status(LastLook before, Outcome outcome) {
        return CacheProfileStatusFactory.status(profile, before, outcome, Seen.NOW);
    }

    private static List<String> summary(CacheProfileStatus status) {
        return status.conditions().stream()
                .map(condition -> condition.type() + "=" + condition.status() + " " + condition.reason())
                .toList();
    }

    private static String message(CacheProfileStatus status, String type) {
        return status.conditions().stream()
                .filter(condition -> condition.type().equals(type))
                .map(Condition::message)
                .findFirst()
                .orElseThrow();
    }
}
