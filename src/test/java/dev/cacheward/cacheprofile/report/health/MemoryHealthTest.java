package dev.cacheward.cacheprofile.report.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.redis.client.ServerInfo;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Finding;
import dev.cacheward.status.Reason;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A memory is short before writes fail, when keys go too early, or when the process takes far more than its data. */
class MemoryHealthTest {
    private static final String AMPLE = "True " + Reason.MEMORY_AMPLE.wire();
    private static final String FILLING = "False " + Reason.MEMORY_FILLING.wire();
    private static final String EVICTING = "True " + Reason.EVICTING.wire();
    private static final String FRAGMENTED = "False " + Reason.FRAGMENTED.wire();

    @ParameterizedTest
    @CsvSource({
        "volatile-lfu, 91, 0, False MemoryFilling",
        "volatile-lfu, 90, 10, False MemoryFilling",
        "volatile-ttl, 89, 0, True MemoryAmple",
        "volatile-lru, 95, 11, True MemoryAmple",
        "noeviction, 90, 100, False MemoryFilling",
        "noeviction, 89, 0, True MemoryAmple",
        "allkeys-lru, 99, 0, True MemoryAmple",
    })
    void aMemoryThatIsNearlyFullOfWhatIsNeverEvictedIsFilling(String policy, int full, int expiring, String verdict) {
        assertThat(server(policy, full, expiring).look().verdict()).isEqualTo(verdict);
    }

    @Test
    void aServerWithoutALimitNeverFills() {
        assertThat(server("noeviction", 99, 0).says("maxmemory", 0).look().verdict())
                .isEqualTo(AMPLE);
    }

    @ParameterizedTest
    @CsvSource({
        "85, 0, False MemoryFilling",
        "95, 15, False MemoryFilling",
        "79, 0, True MemoryAmple",
        "95, 25, True MemoryAmple"
    })
    void itStaysSoUntilTheServerIsClearlyBetterAlsoForANewOperator(int full, int expiring, String verdict) {
        // Given
        HealthScene server = server("volatile-lfu", 91, 0).look().restartOperator();

        // When
        filled(server, full, expiring).minutes(1);

        // Then
        assertThat(server.verdict()).isEqualTo(verdict);
    }

    @Test
    void whatWobblesAroundTheThresholdIsWrittenOnce() {
        // Given
        HealthScene server = server("noeviction", 88, 0).look();
        int written = server.writes();

        // When
        for (int turn = 0; turn < 50; turn++) {
            filled(server, 91 - turn % 2 * 3, 0).minutes(1);
        }

        // Then
        assertThat(server.verdict()).isEqualTo(FILLING);
        assertThat(server.writes() - written).isEqualTo(1);
    }

    @Test
    void aProcessThatTakesFarMoreThanItsDataForHalfAnHourIsFragmented() {
        // Given
        HealthScene server = server("allkeys-lru", 50, 0)
                .says("used_memory_rss", 150_000_000)
                .look();

        // Then
        assertThat(server.minutes(29).verdict()).isEqualTo(AMPLE);
        assertThat(server.minutes(1).verdict()).isEqualTo(FRAGMENTED);
        assertThat(server.message()).contains("activedefrag", "redis.managed.config");
        assertThat(server.says("used_memory_rss", 85_000_000).minutes(1).verdict())
                .isEqualTo(FRAGMENTED);
        assertThat(server.says("used_memory_rss", 60_000_000).minutes(1).verdict())
                .isEqualTo(AMPLE);
    }

    @Test
    void aSmallServerIsNotFragmentedByWhatItsProcessNeedsAnyway() {
        assertThat(server("noeviction", 1, 0)
                        .says("used_memory_rss", 8_000_000)
                        .look()
                        .minutes(31)
                        .verdict())
                .isEqualTo(AMPLE);
    }

    @Test
    void aNewOperatorDoesNotForgetWhatNeedsHalfAnHourToSee() {
        // Given
        HealthScene evicting =
                server("allkeys-lru", 99, 0).counts("evicted_keys", 3).look().minutes(30);
        HealthScene fragmented = server("allkeys-lru", 50, 0)
                .says("used_memory_rss", 150_000_000)
                .look()
                .minutes(30);

        // Then
        assertThat(evicting.restartOperator().minutes(5).verdict()).isEqualTo(EVICTING);
        assertThat(fragmented.restartOperator().minutes(5).verdict()).isEqualTo(FRAGMENTED);
        assertThat(fragmented.says("used_memory_rss", 55_000_000).minutes(1).verdict())
                .isEqualTo(AMPLE);
    }

    @Test
    void theAdviceForAServerOfSomebodyElseNamesNoFieldOfOurs() {
        // Given
        ServerInfo full = ServerInfo.parse("redis_version:7.4.0\r\nmaxmemory:100\r\nused_memory:95\r\n"
                + "maxmemory_policy:noeviction\r\ndb0:keys=1,expires=0\r\n");

        // When
        Finding finding = new MemoryHealth(full.stats(), false).of(Optional.empty(), Optional.empty());

        // Then
        assertThat(finding.reason()).isEqualTo(Reason.MEMORY_FILLING);
        assertThat(finding.message()).contains("larger plan").doesNotContain("redis.managed");
    }

    static HealthScene server(String policy, int full, int expiring) {
        HealthScene server = new HealthScene(ConditionType.MEMORY_HEALTHY)
                .says("maxmemory", 100_000_000)
                .says("mem_not_counted_for_evict", 100_000)
                .says("maxmemory_policy", policy);
        return filled(server, full, expiring);
    }

    /** @param full and expiring in percent */
    private static HealthScene filled(HealthScene server, int full, int expiring) {
        return server.says("used_memory", full + "100000")
                .says("db0", "keys=500,expires=" + 5 * expiring + ",avg_ttl=0");
    }
}
