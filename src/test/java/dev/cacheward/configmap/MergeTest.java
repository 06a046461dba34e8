package dev.cacheward.configmap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a person reads of keys that are not where they should be: the map, what is wrong, and what helps. */
class MergeTest {
    static Stream<Arguments> causes() {
        return Stream.of(
                Arguments.of(new Merge.Missing(), Reason.TARGET_NOT_FOUND, "does not exist"),
                Arguments.of(new Merge.Immutable(), Reason.TARGET_IMMUTABLE, "without immutable"),
                Arguments.of(new Merge.TooLarge(), Reason.TARGET_TOO_LARGE, "1 MiB"),
                Arguments.of(new Merge.Moved(), Reason.DELIVERING, "tried again"),
                Arguments.of(new Merge.Refused("no \"patch\""), Reason.WRITE_REFUSED, "no \"patch\""),
                Arguments.of(
                        new Merge.Owned(List.of(".data (conflict with \"helm\")")),
                        Reason.KEY_CONFLICT,
                        ".data (conflict with \"helm\")"),
                Arguments.of(new Merge.Kept(), Reason.KEY_CONFLICT, "keeps its keys"));
    }

    @ParameterizedTest
    @MethodSource("causes")
    void eachCauseHasItsReasonAndNamesTheMap(Merge merge, Reason reason, String message) {
        // When
        Cause cause = merge.cause("app").orElseThrow();

        // Then
        assertThat(cause.reason()).isEqualTo(reason);
        assertThat(cause.message()).contains("ConfigMap \"app\"", message);
    }

    @Test
    void aMapThatHoldsAllKeysIsNoTrouble() {
        assertThat(holds(List.of()).cause("app")).isEmpty();
    }

    @Test
    void aConflictTellsWhoHoldsTheKeyAndOurValue() {
        // Given
        KeyConflict conflict = new KeyConflict("RATE_LIMIT_QUERY", "20/minute", "\"helm\"");

        // When
        Cause cause = holds(List.of(conflict)).cause("app").orElseThrow();

        // Then
        assertThat(cause.reason()).isEqualTo(Reason.KEY_CONFLICT);
        assertThat(cause.message()).contains("RATE_LIMIT_QUERY (\"helm\"; ours is \"20/minute\")");
    }

    @Test
    void ofManyConflictsTheFirstAreTold() {
        // Given
        List<KeyConflict> conflicts = IntStream.range(10, 140)
                .mapToObj(i -> new KeyConflict("K" + i, "x".repeat(500), "\"helm\""))
                .toList();

        // When
        Cause cause = holds(conflicts).cause("app").orElseThrow();

        // Then
        assertThat(cause.message()).contains("K10 ", "K19 ", " and 120 more.").doesNotContain("K20 ");
    }

    @Test
    void nobodyWaitsForKeysThatAreOutOrCannotBeTakenOut() {
        assertThat(holds(List.of()).isOver()).isTrue();
        assertThat(new Merge.Missing().isOver()).isTrue();
        assertThat(new Merge.Immutable().isOver()).isTrue();
        assertThat(new Merge.Moved().isOver()).isFalse();
        assertThat(new Merge.Refused("no").isOver()).isFalse();
    }

    @Test
    void aMapInWhichNoKeyCanBeTakenOutIsToldAtTheEnd() {
        assertThat(new Merge.Missing().cleanupCause("app"))
                .contains(new Cause(
                        Reason.TARGET_NOT_FOUND, "ConfigMap \"app\" is not there, so there was no key to take out."));
        assertThat(new Merge.Immutable().cleanupCause("app"))
                .contains(
                        new Cause(Reason.TARGET_IMMUTABLE, "The keys stay in ConfigMap \"app\", which is immutable."));
        assertThat(new Merge.Refused("no").cleanupCause("app")).isEmpty();
    }

    private static Merge holds(List<KeyConflict> conflicts) {
        return new Merge.Holds(Collections.emptySortedMap(), conflicts, false);
    }
}
