package dev.cacheward.cacheprofile.plan.external;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cacheprofile.model.external.CheckRule;
import dev.cacheward.cacheprofile.model.external.ExternalServer;
import dev.cacheward.cacheprofile.model.external.ExternalState;
import dev.cacheward.redis.Connection;
import dev.cacheward.redis.Login;
import dev.cacheward.redis.Password;
import dev.cacheward.redis.client.external.Capability;
import dev.cacheward.redis.client.external.ExternalAnswer;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ExternalVerdictTest {
    private static final ExternalState PASSED = state(Optional.empty(), true);
    private static final ExternalState REFUSED = state(Optional.of(Reason.AUTH_FAILED), false);

    /** It failed a moment ago, which is not told yet. */
    private static final ExternalState UNPROVEN = state(Optional.empty(), false);

    @ParameterizedTest
    @EnumSource
    void aConnectionThatPassedIsPublishedWhateverWasBefore(Publication before) {
        assertThat(verdict(before, PASSED).publishes()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"NOTHING, true", "WANTED, true", "OTHER, false", "MANAGED, false"})
    void aConnectionThatFailsTakesNoOthersPlace(Publication before, boolean publishes) {
        assertThat(verdict(before, REFUSED).publishes()).isEqualTo(publishes);
    }

    @ParameterizedTest
    @CsvSource({"OTHER", "MANAGED"})
    void neitherDoesOneThatFailedAMomentAgo(Publication before) {
        ExternalVerdict verdict = verdict(before, UNPROVEN);

        assertThat(verdict.publishes()).isFalse();
        assertThat(verdict.known()).isFalse();
    }

    @Test
    void aLoginThatIsNotTakenYetIsAWarningWhileTheFormerOneWorks() {
        // When
        ExternalVerdict verdict = ExternalVerdict.of(
                server(false), Publication.OTHER, new ExternalLook(Optional.of(REFUSED), Optional.of(PASSED)));

        // Then
        assertThat(verdict.failure()).isEmpty();
        assertThat(verdict.warnings().texts()).singleElement().asString().contains("not taken by the server yet");
    }

    @Test
    void scriptsThatAreRequiredAndMissingFailTheProfile() {
        // When
        ExternalVerdict verdict = ExternalVerdict.of(
                server(true), Publication.WANTED, new ExternalLook(Optional.of(PASSED), Optional.empty()));

        // Then
        assertThat(verdict.failure()).map(Cause::reason).contains(Reason.CAPABILITY_MISSING);
    }

    private static ExternalVerdict verdict(Publication before, ExternalState state) {
        return ExternalVerdict.of(server(false), before, new ExternalLook(Optional.of(state), Optional.empty()));
    }

    private static ExternalState state(Optional<Reason> failure, boolean proven) {
        ExternalAnswer answer = new ExternalAnswer(Set.of(Capability.TTL), false, Optional.empty(), Optional.empty());
        return new ExternalState(
                failure.map(reason -> new Cause(reason, "It failed.")),
                proven,
                Optional.of(answer),
                Optional.empty(),
                false,
                Duration.ofMinutes(5));
    }

    private static ExternalServer server(boolean needsScripts) {
        Connection connection = Connection.plain("db.example.com", 6379, new Login("default", new Password("secret")));
        CheckRule rule = new CheckRule("check:", Duration.ofMinutes(5), Duration.ofHours(1), needsScripts);
        return new ExternalServer(connection, false, Optional.empty(), rule);
    }
}
