package dev.cacheward.redis.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cacheward.redis.Product;
import dev.cacheward.redis.ServerVersion;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerInfoTest {
    private static final String VALKEY =
            "# Server\r\nredis_version:7.2.4\r\nserver_name:valkey\r\nvalkey_version:8.1.1\r\n"
                    + "run_id:abc\r\n\r\n# Persistence\r\nrdb_bgsave_in_progress:1\r\n"
                    + "rdb_last_save_time:1700000000\r\nrdb_last_bgsave_status:err\r\naof_enabled:1\r\n"
                    + "aof_rewrite_in_progress:0\r\naof_rewrite_scheduled:1\r\naof_last_bgrewrite_status:ok\r\n"
                    + "used_memory:1000\r\nconnected_clients:8\r\nkeyspace_hits:6\r\nkeyspace_misses:2\r\nevicted_keys:7\r\nexpired_keys:9\r\n"
                    + "maxclients:100\r\nused_memory_rss:1500\r\nrdb_changes_since_last_save:12\r\naof_last_write_status:err\r\n"
                    + "db0:keys=3,expires=1,avg_ttl=0\r\ndb12:keys=2,expires=0,avg_ttl=0\r\n";

    @Test
    void allFieldsAreReadAndAScheduledRewriteCountsAsRunning() {
        // Given, When
        ServerInfo info = ServerInfo.parse(VALKEY);
        // Then
        ServerVersion version = new ServerVersion(Product.VALKEY, 8, 1, 1);
        assertThat(info)
                .isEqualTo(new ServerInfo(
                        version,
                        "abc",
                        new PersistenceInfo(true, true, true, false, true, false, 1_700_000_000L, 12),
                        new ServerStats(1000, 5, 6, 2, 7, 9, 8, 100, 0, new ServerStats.Memory(0, 1000, 1500, 1, "")),
                        Optional.empty()));
    }

    @Test
    void aServerWithoutValkeysVersionIsRedis() {
        // Given, When
        ServerInfo info = ServerInfo.parse("redis_version:8.0.6\r\n");
        // Then
        assertThat(info.version()).hasToString("Redis 8.0.6");
    }

    @ParameterizedTest
    @CsvSource({
        "redict_version:7.3.6, Redict 7.3.6",
        "dragonfly_version:df-1.31.0, Dragonfly 1.31.0",
        "kvrocks_version:2.15.0, Kvrocks 2.15.0"
    })
    void aProductIsToldByItsOwnLineAndIsNoRedis(String line, String version) {
        // When
        ServerInfo info = ServerInfo.parse("redis_version:7.2.4\r\n" + line + "\r\n");

        // Then
        assertThat(info.version()).hasToString(version);
        assertThat(info.version().supported()).isFalse();
    }

    @Test
    void ofTheLookupsThatThereWereSomeHit() {
        assertThat(ServerInfo.parse(VALKEY).stats().hitRatio()).isEqualTo(0.75);
    }

    @ParameterizedTest
    @CsvSource({"noeviction, 0", "volatile-lfu, 0.25", "allkeys-lru, 1"})
    void whatCanBeEvictedDependsOnThePolicyAndOnWhatExpires(String policy, double part) {
        // When
        ServerInfo info =
                ServerInfo.parse("redis_version:8.0.6\r\nmaxmemory_policy:" + policy + "\r\ndb0:keys=4,expires=1\r\n");

        // Then
        assertThat(info.stats().evictableRatio()).isEqualTo(part);
    }

    @Test
    void ofAnAppendOnlyServerTheAppendOnlyFileCounts() {
        assertThat(ServerInfo.parse(VALKEY).persistence().lastWriteOk()).isFalse();
        assertThat(ServerInfo.parse(VALKEY.replace("write_status:err", "write_status:ok"))
                        .persistence()
                        .lastWriteOk())
                .as("an older snapshot that failed does not matter")
                .isTrue();
    }

    @Test
    void aNumberThatCannotBeReadFailsNothing() {
        // When
        ServerInfo info = ServerInfo.parse("redis_version:8.0.6\r\nused_memory:a lot\r\ndb0:none\r\n");

        // Then
        assertThat(info.stats())
                .isEqualTo(new ServerStats(0, 0, 0, 0, 0, 0, 0, 0, 0, new ServerStats.Memory(0, 0, 0, 0, "")));
        assertThat(info.stats().hitRatio()).isNaN();
        assertThat(info.stats().fragmentationRatio()).isNaN();
        assertThat(info.stats().memory().fullRatio()).isNaN();
        assertThat(info.stats().evictableRatio()).isNaN();
    }

    @Test
    void aTextWithoutVersionIsNoInfo() {
        // Given
        String text = "OK";
        // When, Then
        assertThatThrownBy(() -> ServerInfo.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "REDIS, 6.2.14, false",
        "REDIS, 7.0.0, true",
        "REDIS, 7.4.1, true",
        "REDIS, 8.9.9, true",
        "REDIS, 9.0.0, false",
        "VALKEY, 7.2.5, false",
        "VALKEY, 8.0.1, true",
        "VALKEY, 9.1.2, true",
        "VALKEY, 10.0.0, false",
        "VALKEY, 8.0.0-rc1, true",
        "REDIS, unstable, false"
    })
    void supportedAreRedis7And8AndValkey8And9(Product product, String version, boolean supported) {
        // Given, When
        ServerVersion parsed = ServerVersion.parse(product, version);
        // Then
        assertThat(parsed.supported()).isEqualTo(supported);
    }
}
