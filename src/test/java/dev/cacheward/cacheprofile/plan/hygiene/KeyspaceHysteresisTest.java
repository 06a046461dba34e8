package dev.cacheward.cacheprofile.plan.hygiene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cacheprofile.model.hygiene.KeyCounts;
import dev.cacheward.cacheprofile.model.hygiene.KeyspaceRule;
import dev.cacheward.cacheprofile.model.hygiene.KeyspaceState;
import dev.cacheward.delivery.value.Ttl;
import dev.cacheward.status.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeyspaceHysteresisTest {
    private static final KeyspaceRule MINUTE = rule(new Ttl.For(Duration.ofMinutes(1)));

    @Test
    void oneInAHundredIsTroubleAtOnceAndFewerAreNot() {
        assertThat(after(new KeyCounts(99, 0, 1))).isEqualTo(Optional.of(Reason.KEYS_NEVER_EXPIRE));
        assertThat(after(new KeyCounts(99, 1, 0))).isEqualTo(Optional.of(Reason.TTLS_TOO_LONG));
        assertThat(after(new KeyCounts(100, 0, 1))).isEmpty();
        assertThat(after(new KeyCounts(0, 0, 0))).isEmpty();
    }

    @Test
    void itIsOverAfterThreeLooksInARowWithFewerThanOneInTwoHundred() {
        // Given
        KeyCounts bad = new KeyCounts(90, 0, 10);
        KeyCounts good = new KeyCounts(500, 0, 1);

        // When
        Optional<Reason> stillBad = after(bad, good, good);
        Optional<Reason> over = after(bad, good, good, good);

        // Then
        assertThat(stillBad).isEqualTo(Optional.of(Reason.KEYS_NEVER_EXPIRE));
        assertThat(over).isEmpty();
    }

    @Test
    void aLookBetweenTheTwoBoundsBeginsTheCountAnew() {
        // Given
        KeyCounts bad = new KeyCounts(90, 0, 10);
        KeyCounts between = new KeyCounts(149, 0, 1);
        KeyCounts good = new KeyCounts(100, 0, 0);

        // When
        Optional<Reason> trouble = after(bad, good, good, between, good, good);

        // Then
        assertThat(trouble).isEqualTo(Optional.of(Reason.KEYS_NEVER_EXPIRE));
    }

    @Test
    void theGraverTroubleIsToldAtOnceAndTheLesserOneAfterThreeLooks() {
        // Given
        KeyCounts never = new KeyCounts(90, 0, 10);
        KeyCounts tooLong = new KeyCounts(90, 10, 0);

        // When
        Optional<Reason> graver = after(tooLong, never);
        Optional<Reason> lesser = after(never, tooLong, tooLong, tooLong);

        // Then
        assertThat(graver).isEqualTo(Optional.of(Reason.KEYS_NEVER_EXPIRE));
        assertThat(lesser).isEqualTo(Optional.of(Reason.TTLS_TOO_LONG));
    }

    @Test
    void aKeyMayLiveASecondLongerThanItsTtlSinceTimesAreRounded() {
        assertThat(MINUTE.count(List.of(1L, 60_000L, 61_000L, 61_001L, -1L))).isEqualTo(new KeyCounts(3, 1, 1));
    }

    @Test
    void keysThatNeedNotExpireAreAlwaysInTimeAndThoseThatAreNotCachedNever() {
        assertThat(rule(new Ttl.Never()).count(List.of(-1L, 5L))).isEqualTo(new KeyCounts(2, 0, 0));
        assertThat(rule(new Ttl.Disabled()).count(List.of(-1L, 5L))).isEqualTo(new KeyCounts(0, 1, 1));
    }

    private static KeyspaceRule rule(Ttl ttl) {
        return new KeyspaceRule("cache:", "users", ttl);
    }

    private static Optional<Reason> after(KeyCounts... looks) {
        KeyspaceState state = KeyspaceState.unknown(MINUTE);
        for (KeyCounts look : looks) {
            state = KeyspaceHysteresis.after(state, look);
        }
        return state.trouble();
    }
}
