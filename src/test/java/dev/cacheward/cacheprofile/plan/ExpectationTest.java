package dev.cacheward.cacheprofile.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cacheprofile.model.Applied;
import dev.cacheward.cacheprofile.model.Credentials;
import dev.cacheward.cacheprofile.model.LastLook;
import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.Profile;
import dev.cacheward.cacheprofile.model.Seen;
import dev.cacheward.cacheprofile.render.BindingRenderer;
import dev.cacheward.cacheprofile.report.Looks;
import dev.cacheward.redis.Password;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectationTest {
    private static final LastLook FIRST = LastLook.of(Optional.empty());
    private static final Applied WRITTEN =
            new Applied(Looks.delivery(Optional.empty(), List.of()), Optional.empty(), true);
    private static final Applied HELD = new Applied(
            Looks.delivery(Optional.empty(), List.of()), Optional.of(new Cause(Reason.PREFLIGHT, "trying")), true);

    private final ProfilePlan before =
            Samples.plan(Samples.minimal(), Seen.nothing().observed());
    private final Observed serving = Seen.serving(before).observed();
    private final ProfilePlan change = Samples.plan(
            Samples.managed("image: redis:next"),
            serving,
            new Credentials(new Password("new"), new Password("o"), new Password("p"), "ALIAS"));

    @Test
    void whatWasWrittenIsExpected() {
        // When
        Expectation expected =
                Expectation.of(FIRST, Optional.of(change), WRITTEN, serving).orElseThrow();

        // Then
        assertThat(expected.image()).isEqualTo("redis:next");
        assertThat(expected.credentials().application()).isEqualTo(new Password("new"));
        assertThat(expected.revision())
                .isEqualTo(change.server().orElseThrow().objects().revision());
    }

    @Test
    void whileAChangeIsHeldBackTheServerThatWasThereIsExpectedWithItsPasswords() {
        // When
        Expectation expected =
                Expectation.of(FIRST, Optional.of(change), HELD, serving).orElseThrow();

        // Then
        assertThat(expected.image()).isEqualTo(Samples.IMAGE);
        assertThat(expected.credentials()).isEqualTo(Samples.credentials());
        assertThat(expected.revision())
                .isEqualTo(before.server().orElseThrow().objects().revision());
    }

    @Test
    void whileAChangeIsHeldBackTheServerIsAskedWithThePasswordThatItKnows() {
        // Given
        Profile profile = before.profile();
        Observed edited = Seen.serving(before)
                .binding(BindingRenderer.binding(profile, new Password("edited")))
                .environment(BindingRenderer.environment(
                        profile, Samples.credentials().application()))
                .observed();

        // When
        Expectation expected =
                Expectation.of(FIRST, Optional.of(change), HELD, edited).orElseThrow();

        // Then
        assertThat(expected.credentials()).isEqualTo(Samples.credentials());
    }

    @Test
    void withoutAPlanTheServerThatWasThereIsExpected() {
        assertThat(Expectation.of(FIRST, Optional.empty(), Applied.nothing(), serving))
                .isPresent();
    }

    @Test
    void whereNeitherIsNothingIsExpected() {
        assertThat(Expectation.of(
                        FIRST,
                        Optional.empty(),
                        Applied.nothing(),
                        Seen.nothing().observed()))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}: starting {1}")
    @CsvSource({", true", "PROVISIONING, true", "RESTARTING, true", "CHECK_PASSED, false", "TIMEOUT, false"})
    void aServerStartsUntilItWasAvailableOrFailed(Reason reason, boolean starting) {
        assertThat(new Expectation("", "", Samples.credentials(), Optional.ofNullable(reason)).starting())
                .isEqualTo(starting);
    }
}
