package dev.cacheward.cacheprofile.report.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fewer than 80 of 100 lookups that find their key are too few, over half an hour in which enough is asked. */
class HitRateHealthTest {
    private static final String GOOD = "True " + Reason.HIT_RATE_GOOD.wire();
    private static final String LOW = "False " + Reason.HIT_RATE_LOW.wire();
    private static final String TOO_FEW = "Unknown " + Reason.TOO_FEW_READS.wire();

    @ParameterizedTest
    @CsvSource({
        "95, 5, 0, Unknown TooFewReads",
        "95, 5, 29, Unknown TooFewReads",
        "95, 5, 30, True HitRateGood",
        "80, 20, 30, True HitRateGood",
        "79, 21, 30, False HitRateLow",
        "0, 100, 30, False HitRateLow",
        "30, 29, 30, Unknown TooFewReads"
    })
    void halfAnHourWithALookupASecondIsJudged(int hits, int misses, int minutes, String verdict) {
        assertThat(cache(hits, misses).look().minutes(minutes).verdict()).isEqualTo(verdict);
    }

    @Test
    void theLookupsOfTheChecksAreNoneOfTheApplication() {
        // Given
        HealthScene server = cache(2, 0).counts("keyspace_hits", 61);

        // Then
        assertThat(server.look().minutes(40).verdict()).isEqualTo(TOO_FEW);
        assertThat(server.counts("keyspace_hits", 62).minutes(40).verdict()).isEqualTo(GOOD);
    }

    @Test
    void theLookupsOfTheOperatorsSamplesAreNoneOfTheApplication() {
        // Given
        HealthScene server = cache(50, 50).look();

        // When
        server.minutes(10).samplesKeys(16_000).minutes(21);

        // Then
        assertThat(server.verdict()).isEqualTo(LOW);
    }

    @Test
    void whatWobblesAroundTheThresholdIsWrittenOnce() {
        // Given
        HealthScene server = cache(90, 10).look().minutes(31);
        assertThat(server.verdict()).isEqualTo(GOOD);
        int written = server.writes();

        // When
        for (int turn = 0; turn < 10; turn++) {
            cached(server, 77, 23).minutes(35);
            cached(server, 83, 17).minutes(35);
        }

        // Then
        assertThat(server.verdict()).isEqualTo(LOW);
        assertThat(server.writes() - written).isEqualTo(1);
        assertThat(cached(server, 86, 14).minutes(31).verdict()).isEqualTo(GOOD);
    }

    @Test
    void trafficThatWobblesAroundTheLeastThatIsJudgedIsWrittenOnce() {
        // Given
        HealthScene server = cache(95, 5).look().minutes(31);
        int written = server.writes();

        // When
        for (int turn = 0; turn < 10; turn++) {
            cached(server, 50, 2).minutes(40);
            cached(server, 70, 2).minutes(40);
        }

        // Then
        assertThat(server.verdict()).isEqualTo(GOOD);
        assertThat(server.writes() - written).isZero();
        assertThat(cached(server, 20, 2).minutes(31).verdict()).isEqualTo(TOO_FEW);
    }

    @Test
    void aRestartOfTheOperatorChangesNothingUntilHalfAnHourIsKnownAgain() {
        // Given
        HealthScene server = cache(50, 50).look().minutes(31);
        int written = server.writes();

        // When
        cached(server.restartOperator(), 95, 5).minutes(29);

        // Then
        assertThat(server.verdict()).isEqualTo(LOW);
        assertThat(server.writes()).isEqualTo(written);
        assertThat(server.minutes(2).verdict()).isEqualTo(GOOD);
    }

    @Test
    void countersThatBeginAnewWithTheServerGiveNoWrongRate() {
        // Given
        HealthScene server = cache(95, 5).look().minutes(31);
        int written = server.writes();

        // When
        cached(server.restartServer("second"), 0, 0).minutes(20);
        server.restartServer("second").minutes(10);

        // Then
        assertThat(server.verdict()).isEqualTo(GOOD);
        assertThat(server.writes()).isEqualTo(written);
        assertThat(cached(server, 40, 60).minutes(31).verdict()).isEqualTo(LOW);
    }

    @Test
    void aServerThatSaysNothingKeepsItsVerdict() {
        // Given
        HealthScene server = cache(50, 50).look().minutes(31);

        // When
        server.pass(Duration.ofHours(2)).lookAtASilentServer();

        // Then
        assertThat(server.verdict()).isEqualTo(LOW);
    }

    @Test
    void aServerThatIsAskedOnceAnHourIsJudgedByItsLastHour() {
        // Given
        HealthScene server = cache(60, 40).look();

        // When
        server.pass(Duration.ofHours(1)).look();

        // Then
        assertThat(server.verdict()).isEqualTo(LOW);
        assertThat(cached(server, 99, 1).pass(Duration.ofHours(1)).look().verdict())
                .isEqualTo(GOOD);
    }

    @Test
    void theAdviceNamesWhatToChange() {
        assertThat(cache(1, 99).look().minutes(30).message()).contains("spec.ttls", "MemoryHealthy");
    }

    /** @param hits and misses a minute, in percent of a hundred lookups, beside those of the check */
    private static HealthScene cache(int hits, int misses) {
        return cached(new HealthScene(ConditionType.HIT_RATE_HEALTHY), hits, misses);
    }

    private static HealthScene cached(HealthScene server, int hits, int misses) {
        return server.counts("keyspace_hits", hits + 2).counts("keyspace_misses", misses);
    }
}
