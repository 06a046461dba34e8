package dev.cacheward.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import dev.cacheward.testbed.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TriesTest {
    private static final String OWNER = "uid-1";
    private static final Subject SERVICE = Subject.of(OWNER, "Service", "shop-redis");
    private static final Difference LABEL = Difference.of("metadata.labels.team", Optional.of("theirs"), "ours");

    private final SettableClock clock = new SettableClock();
    private final Tries tries = new Tries(clock);

    @BeforeEach
    void begin() {
        tries.begin(OWNER, 1, "");
    }

    @Test
    void oneContentIsWrittenThreeTimesAtOnceAndThenOnceAMinute() {
        // When
        long atOnce = writesIn(Duration.ofSeconds(59));
        long later = writesIn(Duration.ofMinutes(10));

        // Then
        assertThat(atOnce).isEqualTo(3);
        assertThat(later).isEqualTo(10);
    }

    @Test
    void anotherContentIsWrittenAtOnce() {
        // Given
        spend();

        // Then
        assertThat(tries.allows(SERVICE, "new")).isTrue();
        assertThat(tries.allows(Subject.of(OWNER, "Secret", "shop-redis"), "content"))
                .isTrue();
    }

    /** As a trial that is refused in both of its sizes: neither uses up the tries of the other. */
    @Test
    void eachOfTwoFormsIsWrittenThreeTimesAtOnceAndThenOnceAMinute() {
        // When
        long atOnce = writesOfBothFormsIn(Duration.ofSeconds(59));
        long later = writesOfBothFormsIn(Duration.ofMinutes(10));

        // Then
        assertThat(atOnce).isEqualTo(2 * 3);
        assertThat(later).isEqualTo(2 * 10);
    }

    private long writesOfBothFormsIn(Duration time) {
        return IntStream.range(0, (int) time.toSeconds())
                .peek(second -> clock.pass(Duration.ofSeconds(1)))
                .mapToLong(second -> Stream.of(SERVICE, SERVICE.inSecondForm())
                        .filter(form -> tries.allows(form, form.toString()))
                        .peek(form -> tries.writing(form, form.toString()))
                        .count())
                .sum();
    }

    @Test
    void aContentThatIsNewEachTimeWithoutAnEditIsBoundedToo() {
        // When
        long writes = IntStream.range(0, 600)
                .filter(i -> tries.allows(SERVICE, "content " + i))
                .peek(i -> tries.writing(SERVICE, "content " + i))
                .count();

        // Then
        assertThat(writes).isEqualTo(Attempts.MOST_CONTENTS);
    }

    @Test
    void anEditIsWrittenAtOnceHoweverManyCameBefore() {
        // When
        long writes = IntStream.range(0, 100)
                .peek(i -> tries.begin(OWNER, i, ""))
                .filter(i -> tries.allows(SERVICE, "content " + i))
                .peek(i -> tries.writing(SERVICE, "content " + i))
                .count();

        // Then
        assertThat(writes).isEqualTo(100);
    }

    @Test
    void aPersonsRequestAndAnotherResourceOfTheNameBeginAnew() {
        // Given
        spend();

        // When
        tries.begin(OWNER, 1, "now");

        // Then
        assertThat(tries.allows(SERVICE, "content")).isTrue();
        spend();
        tries.forget(OWNER);
        assertThat(tries.allows(SERVICE, "content")).isTrue();
    }

    @Test
    void anEditOfSomethingElseGivesNoNewTries() {
        // Given
        spend();

        // When
        tries.begin(OWNER, 2, "");

        // Then
        assertThat(tries.allows(SERVICE, "content")).isFalse();
    }

    @Test
    void aFailureThatPassesByItselfIsNoTry() {
        // When
        for (int i = 0; i < 10; i++) {
            tries.writing(SERVICE, "content");
            tries.failed(SERVICE);
        }

        // Then
        assertThat(tries.allows(SERVICE, "content")).isTrue();
    }

    @Test
    void whatWasRefusedIsRememberedUntilTheNextWrite() {
        // Given
        Cause refusal = new Cause(Reason.WRITE_REFUSED, "quota");
        spend();

        // When
        tries.refused(SERVICE, refusal);

        // Then
        assertThat(tries.heldBack(SERVICE, List.of(LABEL))).contains(refusal);
        assertThat(tries.again(OWNER)).contains(Duration.ofMinutes(1));
        tries.writing(SERVICE, "content");
        assertThat(tries.heldBack(SERVICE, List.of(LABEL))).isEmpty();
    }

    private void spend() {
        for (int i = 0; i < Attempts.AT_ONCE; i++) {
            tries.writing(SERVICE, "content");
        }
    }

    /** A look each second. */
    private long writesIn(Duration time) {
        return IntStream.range(0, (int) time.toSeconds())
                .peek(second -> clock.pass(Duration.ofSeconds(1)))
                .filter(second -> tries.allows(SERVICE, "content"))
                .peek(second -> tries.writing(SERVICE, "content"))
                .count();
    }
}
