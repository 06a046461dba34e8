package dev.cacheward.cluster.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cacheward.cluster.install.RecordedLeaders.Reign;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the writes of several pods, in the order in which they arrived, say of who acted when. */
class RecordedLeadersTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void writesOfOnePodAreOneReignUntilTheLastAnswer() {
        assertThat(RecordedLeaders.of(Stream.of(write("a", 1, 5), write("a", 2, 3)))
                        .all())
                .containsExactly(write("a", 1, 5));
    }

    @Test
    void whoWritesBetweenTwoWritesOfAnotherMakesThree() {
        assertThat(RecordedLeaders.of(Stream.of(write("a", 1, 2), write("b", 3, 4), write("a", 5, 6)))
                        .pods())
                .containsExactly("a", "b", "a");
    }

    @Test
    void aWriteBeforeTheLastAnswerOfThePodBeforeIsNotApart() {
        // Given
        RecordedLeaders overlapping = new RecordedLeaders(List.of(write("a", 1, 5), write("b", 4, 6)));

        // Then
        assertThatThrownBy(overlapping::assertApart).isInstanceOf(AssertionError.class);
        new RecordedLeaders(List.of(write("a", 1, 3), write("b", 4, 6))).assertApart();
    }

    @Test
    void aTakeOverLastsUntilTheFirstWriteOfTheNext() {
        assertThat(new RecordedLeaders(List.of(write("a", 1, 5), write("b", 9, 10)))
                        .takenOver(List.of(START.plusSeconds(6))))
                .containsExactly(Duration.ofSeconds(3));
    }

    private static Reign write(String pod, int from, int to) {
        return new Reign(pod, START.plusSeconds(from), START.plusSeconds(to));
    }
}
