package dev.cacheward.redis.conf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.redis.Product;
import dev.cacheward.redis.ServerVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@link LiveParameters#canonical} of what users write. */
class CanonicalValuesTest {
    private static final ServerVersion REDIS = ServerVersion.parse(Product.REDIS, "7.0.15");

    @ParameterizedTest
    @CsvSource({
        "repl-backlog-size, 100mb, 104857600",
        "Repl-Backlog-Size, 1G, 1000000000",
        "repl-backlog-size, 00100mb, 104857600",
        "repl-backlog-size, 5kb, 16384",
        "repl-backlog-size, 5 kb, 5 kb",
        "maxmemory, 192mb, 201326592",
        "maxmemory-clients, 5%, 5%",
        "maxmemory-clients, 0%, 0",
        "maxmemory-clients, 100k, 100000",
        "maxmemory-policy, AllKeys-LRU, allkeys-lru",
        "appendfsync, Always, always",
        "hz, 0, 1",
        "hz, 20, 20",
        "hz, 501, 500",
        "hz, 020, 020",
        "slowlog-log-slower-than, -1, -1",
        "loglevel, NOTICE, notice",
        "activerehashing, Yes, yes",
        "oom-score-adj, Relative, yes",
        "oom-score-adj, yes, yes",
        "oom-score-adj, ABSOLUTE, absolute",
        "shutdown-on-sigterm, Force save FORCE, save force",
        "shutdown-on-sigterm, default now, now",
        "shutdown-on-sigterm, DEFAULT, default",
        "latency-tracking-info-percentiles, 50.0 099 99.9, 50 99 99.9",
        "latency-tracking-info-percentiles, 99.12345678 0.1234565 0.0000001, 99.123457 0.123456 0",
        "latency-tracking-info-percentiles, 99.9999999, 100",
        "latency-tracking-info-percentiles, '', ''",
        "proc-title-template, ' My {title} \"q\"', ' My {title} \"q\"'",
        "replica-announce-ip, Some.Host, Some.Host",
        "no-such-parameter, 1mb, 1mb",
        "save, 3600 1 300 100, 3600 1 300 100"
    })
    void theCanonicalValueIsWhatTheServerPrints(String name, String value, String expected) {
        assertCanonical(name, value, expected);
    }

    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "KEA, AKE",
        "Ex, xE",
        "mK, Km",
        "nm, nm",
        "KEn, nKE",
        "An, A",
        "g$lshzxetd, A",
        "dtexzhsl$, $lshzxetd",
        "KEg$lshzxetdnm, AKEm",
        "KKxx, xK"
    })
    void lettersComeInTheServersOrder(String letters, String expected) {
        assertCanonical("notify-keyspace-events", letters, expected);
    }

    @ParameterizedTest
    @CsvSource({
        "pubsub 16mb 04m 030, normal 0 0 0 slave 268435456 67108864 60 pubsub 16777216 4000000 30",
        "Replica 1gb 1 5 replica 2gb 2 6 NORMAL 1 2 3, normal 1 2 3 slave 2147483648 2 6 pubsub 33554432 8388608 60",
        "slave 0 0 0, normal 0 0 0 slave 0 0 0 pubsub 33554432 8388608 60",
        "normal 0 0, normal 0 0"
    })
    void bufferLimitsNameAllClasses(String value, String expected) {
        assertCanonical("client-output-buffer-limit", value, expected);
    }

    @Test
    void everyDefaultIsCanonical() {
        assertThat(CatalogueFile.rows("defaults.csv", 4)).isNotEmpty().allSatisfy(row -> {
            ServerVersion server = row.get(1).isEmpty()
                    ? ServerVersion.parse(Product.VALKEY, row.get(2).split("\\.\\.")[0])
                    : ServerVersion.parse(Product.REDIS, row.get(1).split("\\.\\.")[0]);
            assertThat(LiveParameters.canonical(row.get(0), row.get(3), server)).isEqualTo(row.get(3));
        });
    }

    private static void assertCanonical(String name, String value, String expected) {
        String canonical = LiveParameters.canonical(name, value, REDIS);
        assertThat(canonical).isEqualTo(expected);
        assertThat(LiveParameters.canonical(name, canonical, REDIS))
                .as("canonical again")
                .isEqualTo(expected);
    }
}
