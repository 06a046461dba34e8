package dev.cacheward.cacheprofile.report.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.redis.client.ServerInfo;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What is remembered of a server has a bound, and never mixes two processes. */
class ReadingsTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void howeverOftenAServerIsAskedFewReadingsAreKept() {
        // Given
        Readings readings = Readings.none();

        // When
        for (int second = 0; second < 7200; second += 3) {
            readings = readings.with(sample(second, "first", second));
        }

        // Then
        assertThat(readings.list()).hasSizeBetween(30, 34);
        assertThat(readings.window().orElseThrow().length()).isBetween(Duration.ofMinutes(30), Duration.ofMinutes(32));
    }

    @Test
    void theSameAnswerCountsOnce() {
        // Given
        Readings once = Readings.none().with(sample(0, "first", 5));

        // Then
        assertThat(once.with(sample(0, "first", 5))).isEqualTo(once);
    }

    @Test
    void anotherProcessBeginsAnewAlsoIfItsCountersAreLarger() {
        // Given
        Readings first = Readings.none().with(sample(0, "first", 5)).with(sample(60, "first", 6));

        // Then
        assertThat(first.with(sample(120, "second", 900)).list()).hasSize(1);
        assertThat(first.with(sample(120, "first", 2)).list())
                .as("CONFIG RESETSTAT")
                .hasSize(1);
        assertThat(first.with(sample(120, "first", 7)).list()).hasSize(3);
    }

    @Test
    void nothingIsSaidOfLessThanHalfAnHour() {
        // Given
        Readings readings = Readings.none().with(sample(0, "first", 5));

        // Then
        assertThat(readings.with(sample(1799, "first", 5)).window()).isEmpty();
        assertThat(readings.with(sample(1800, "first", 5)).window()).isPresent();
    }

    private static Sample sample(int second, String runId, int misses) {
        return new Sample(
                START.plusSeconds(second),
                "shop-0",
                ServerInfo.parse("redis_version:8.0.6\r\nrun_id:" + runId + "\r\nkeyspace_misses:" + misses + "\r\n"));
    }
}
