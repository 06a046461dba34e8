package dev.cacheward.cacheprofile.report.health;

import static dev.cacheward.cacheprofile.report.health.MemoryHealthTest.server;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.status.Reason;
import org.junit.jupiter.api.Test;

/** A full cache evicts and is well. It is too small if keys go that were still wanted. */
class EvictionHealthTest {
    private static final String AMPLE = "True " + Reason.MEMORY_AMPLE.wire();
    private static final String EVICTING = "True " + Reason.EVICTING.wire();
    private static final String HURRIED = "False " + Reason.EVICTING.wire();

    @Test
    void aFullCacheThatEvictsIsWellAndSaysWhatMayGo() {
        // Given
        HealthScene server =
                server("allkeys-lru", 99, 0).counts("evicted_keys", 3).look();

        // Then
        assertThat(server.minutes(29).verdict()).isEqualTo(AMPLE);
        assertThat(server.minutes(1).verdict()).isEqualTo(EVICTING);
        assertThat(server.message()).contains("allkeys-lru may evict any key", "sessions");
        assertThat(server.counts("evicted_keys", 0).minutes(29).verdict()).isEqualTo(EVICTING);
        assertThat(server.minutes(1).verdict()).isEqualTo(AMPLE);
    }

    @Test
    void oneBurstOfEvictionsIsNoNews() {
        // Given
        HealthScene server =
                server("allkeys-lru", 99, 0).counts("evicted_keys", 0).look().minutes(40);
        int written = server.writes();

        // When
        server.counts("evicted_keys", 50).minutes(5).counts("evicted_keys", 0).minutes(40);

        // Then
        assertThat(server.verdict()).isEqualTo(AMPLE);
        assertThat(server.writes()).isEqualTo(written);
    }

    @Test
    void aServerThatEvictsAllThatItHoldsWithinHalfAnHourIsTooSmall() {
        // Given
        HealthScene server =
                server("allkeys-lru", 99, 100).counts("evicted_keys", 20).counts("expired_keys", 5);

        // Then
        assertThat(server.look().minutes(30).verdict()).isEqualTo(HURRIED);
        assertThat(server.message()).contains("redis.managed.maxMemory");
        assertThat(server.counts("evicted_keys", 10).minutes(30).verdict()).isEqualTo(HURRIED);
        assertThat(server.counts("evicted_keys", 7).minutes(30).verdict()).isEqualTo(EVICTING);
    }

    @Test
    void keysThatExpireAnywayAreNotMissed() {
        // Given
        HealthScene server =
                server("volatile-ttl", 99, 100).counts("evicted_keys", 20).counts("expired_keys", 50);

        // Then
        assertThat(server.look().minutes(30).verdict()).isEqualTo(EVICTING);
        assertThat(server.message()).contains("volatile-ttl evicts keys with an expiry");
    }

    @Test
    void whatWasEvictedUnderAnotherPolicyDoesNotCount() {
        // Given
        HealthScene server =
                server("allkeys-lru", 70, 0).counts("evicted_keys", 3).look().minutes(30);

        // When
        server.says("maxmemory_policy", "noeviction").counts("evicted_keys", 0).minutes(1);

        // Then
        assertThat(server.verdict()).isEqualTo(AMPLE);
    }
}
