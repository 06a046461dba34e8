package dev.cacheward.cacheprofile.model.volume;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataSizeTest {
    private static final long MEBI = 1L << 20;

    @ParameterizedTest
    @CsvSource({"1, 1", "5, 5", "190, 192", "1000, 1024"})
    void theFirstNumberIsRoundedUp(long mebi, long expected) {
        assertThat(DataSize.steady(mebi * MEBI, Optional.empty())).isEqualTo(expected * MEBI);
    }

    @Test
    void dataThatGoesUpAndDownAroundOneValueHasOneNumber() {
        // Given
        long[] around = LongStream.range(0, 100)
                .map(turn -> 192 * MEBI + (turn % 2 == 0 ? 1000 : -1000))
                .toArray();

        // When
        Optional<Long> number = Optional.empty();
        long changes = 0;
        for (long bytes : around) {
            long next = DataSize.steady(bytes, number);
            changes += number.filter(known -> known == next).isPresent() ? 0 : 1;
            number = Optional.of(next);
        }

        // Then
        assertThat(changes).isEqualTo(1);
    }

    @Test
    void theNumberFollowsWhatGrowsAndWhatShrinksByAQuarter() {
        assertThat(DataSize.steady(200 * MEBI, Optional.of(192 * MEBI))).isEqualTo(200 * MEBI);
        assertThat(DataSize.steady(145 * MEBI, Optional.of(192 * MEBI))).isEqualTo(192 * MEBI);
        assertThat(DataSize.steady(100 * MEBI, Optional.of(192 * MEBI))).isEqualTo(100 * MEBI);
    }

    @Test
    void theLimitHasRoomForTheServerAndForWhatTheKernelCountsBesideTheData() {
        assertThat(DataSize.limitFor(192 * MEBI)).isGreaterThan(200 * MEBI).isLessThan(256 * MEBI);
    }
}
