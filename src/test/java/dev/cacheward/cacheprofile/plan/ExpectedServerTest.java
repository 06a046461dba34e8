package dev.cacheward.cacheprofile.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.CacheProfileStatus;
import dev.cacheward.cacheprofile.model.Applied;
import dev.cacheward.cacheprofile.model.Credentials;
import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.ObservedBuilder;
import dev.cacheward.cacheprofile.model.Profile;
import dev.cacheward.cacheprofile.report.ProfileOutcomes;
import dev.cacheward.redis.Password;
import dev.cacheward.status.Cause;
import dev.cacheward.status.PreviousStatus;
import dev.cacheward.status.Reason;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectedServerTest {
    private static final PreviousStatus<CacheProfileStatus> FIRST = new PreviousStatus<>(Optional.empty());
    private static final Applied WRITTEN =
            new Applied(ProfileOutcomes.delivery(Optional.empty(), List.of()), Optional.empty(), true);
    private static final Applied HELD = new Applied(
            ProfileOutcomes.delivery(Optional.empty(), List.of()),
            Optional.of(new Cause(Reason.PREFLIGHT, "trying")),
            true);

    private final ProfilePlan before = SampleProfiles.plan(
            SampleProfiles.minimal(), ObservedBuilder.nothing().observed());
    private final Observed serving = ObservedBuilder.serving(before).observed();
    private final ProfilePlan change = SampleProfiles.plan(
            SampleProfiles.managed("image: redis:next"),
            serving,
            new Credentials(new Password("new"), new Password("o"), new Password("p"), "ALIAS"));

    @Test
    void whatWasWrittenIsExpected() {
        // When
        ExpectedServer expected =
                ExpectedServer.of(FIRST, Optional.of(change), WRITTEN, serving).orElseThrow();

        // Then
        assertThat(expected.image()).isEqualTo("redis:next");
        assertThat(expected.credentials().application()).isEqualTo(new Password("new"));
        assertThat(expected.revision())
                .isEqualTo(change.server().orElseThrow().objects().revision());
    }

    @Test
    void whileAChangeIsHeldBackTheServerThatWasThereIsExpectedWithItsPasswords() {
        // When
        ExpectedServer expected =
                ExpectedServer.of(FIRST, Optional.of(change), HELD, serving).orElseThrow();

        // Then
        assertThat(expected.image()).isEqualTo(SampleProfiles.IMAGE);
        assertThat(expected.credentials()).isEqualTo(SampleProfiles.credentials());
        assertThat(expected.revision())
                .isEqualTo(before.server().orElseThrow().objects().revision());
    }

    @Test
    void whileAChangeIsHeldBackTheServerIsAskedWithThePasswordThatItKnows() {
        // Given
        Profile profile = before.profile();
        Observed edited = ObservedBuilder.serving(before)
                .binding(SampleBindings.binding(profile, new Password("edited")))
                .environment(SampleBindings.environment(
                        profile, SampleProfiles.credentials().application()))
                .observed();

        // When
        ExpectedServer expected =
                ExpectedServer.of(FIRST, Optional.of(change), HELD, edited).orElseThrow();

        // Then
        assertThat(expected.credentials()).isEqualTo(SampleProfiles.credentials());
    }

    @Test
    void withoutAPlanTheServerThatWasThereIsExpected() {
        assertThat(ExpectedServer.of(FIRST, Optional.empty(), Applied.nothing(), serving))
                .isPresent();
    }

    @Test
    void whereNeitherIsNothingIsExpected() {
        assertThat(ExpectedServer.of(
                        FIRST,
                        Optional.empty(),
                        Applied.nothing(),
                        ObservedBuilder.nothing().observed()))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}: starting {1}")
    @CsvSource({", true", "PROVISIONING, true", "RESTARTING, true", "CHECK_PASSED, false", "TIMEOUT, false"})
    void aServerStartsUntilItWasAvailableOrFailed(Reason reason, boolean starting) {
        assertThat(new ExpectedServer(
                                "",
                                "",
                                SampleProfiles.credentials(),
                                Optional.ofNullable(reason).map(any -> new Cause(any, "")))
                        .starting())
                .isEqualTo(starting);
    }
}
