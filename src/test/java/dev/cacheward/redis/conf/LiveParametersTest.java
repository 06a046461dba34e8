package dev.cacheward.redis.conf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.redis.Product;
import dev.cacheward.redis.ServerVersion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiveParametersTest {
    private static final ServerVersion REDIS = ServerVersion.parse(Product.REDIS, "7.0.15");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "maxmemory",
                "maxmemory-policy",
                "maxmemory-clients",
                "appendfsync",
                "hz",
                "HZ",
                "Slave-Priority",
                "maxclients",
                "notify-keyspace-events"
            })
    void aParameterThatTheServerTakesWhileItRunsIsLive(String name) {
        assertThat(LiveParameters.isLive(name, REDIS)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "save",
                "appendonly",
                "dir",
                "aclfile",
                "protected-mode",
                "daemonize",
                "tls-port",
                "databases",
                "Databases",
                "io-threads",
                "no-such-parameter",
                ""
            })
    void aParameterThatNeedsAnotherProcessOrAnotherWayIsNotLive(String name) {
        assertThat(LiveParameters.isLive(name, REDIS)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "io-threads, REDIS, 8.6.3, false",
        "io-threads, VALKEY, 8.1.1, false",
        "io-threads, VALKEY, 9.0.0, true",
        "io-threads, VALKEY, 9.7.0, true",
        "import-mode, VALKEY, 8.0.1, false",
        "import-mode, VALKEY, 8.1.1, true",
        "import-mode, REDIS, 8.1.1, false",
        "lookahead, REDIS, 8.2.3, false",
        "lookahead, REDIS, 8.6.3, true",
        "key-memory-histograms, REDIS, 8.6.3, false",
        "dynamic-hz, VALKEY, 8.1.1, false"
    })
    void whatIsLiveDependsOnTheServer(String name, Product product, String version, boolean live) {
        assertThat(LiveParameters.isLive(name, ServerVersion.parse(product, version)))
                .isEqualTo(live);
    }

    @ParameterizedTest
    @CsvSource({
        "hz, REDIS, 7.0.15, 10",
        "HZ, REDIS, 8.6.3, 10",
        "timeout, VALKEY, 8.1.1, 0",
        "repl-backlog-size, REDIS, 8.0.2, 1048576",
        "repl-backlog-size, VALKEY, 8.0.1, 10485760",
        "lazyfree-lazy-expire, REDIS, 8.6.3, no",
        "lazyfree-lazy-expire, VALKEY, 9.1.2, yes",
        "slave-lazy-flush, VALKEY, 9.1.2, yes",
        "maxclients, REDIS, 7.0.15, 10000",
        "notify-keyspace-events, REDIS, 7.0.15, ''",
        "databases, REDIS, 7.0.15, 16"
    })
    void theDefaultIsWhatThatServerHas(String name, Product product, String version, String expected) {
        assertThat(LiveParameters.defaultOf(name, ServerVersion.parse(product, version)))
                .contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"maxmemory", "maxmemory-clients", "appendfsync", "port", "no-such-parameter", "lookahead"})
    void thereIsNoDefaultForWhatTheOperatorSetsNorForWhatTheServerLacks(String name) {
        assertThat(LiveParameters.defaultOf(name, REDIS)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "hz, 20, 20, true",
        "hz, 20, 10, false",
        "hz, 1000, 500, true",
        "hz, 1000, 1000, true",
        "hz, 1000, 501, false",
        "repl-backlog-size, 5kb, 16384, true",
        "repl-backlog-size, 5kb, 5120, true",
        "repl-backlog-size, 5kb, 5121, false",
        "maxclients, 20000, 20000, true",
        "MaxClients, 20000, 4064, true",
        "maxclients, 20000, 20001, false",
        "maxclients, 20000, '', false",
        "maxmemory-clients, 10%, 10%, true",
        "maxmemory-clients, 10%, 20971520, false",
        "notify-keyspace-events, KEA, AKE, true",
        "notify-keyspace-events, KEA, KE, false",
        "maxmemory, 1gb, 1073741824, true",
        "save, '', '', true",
        "timeout, 60, 30, false"
    })
    void onlyAnotherValueIsDriftNotAnotherSpelling(String name, String wanted, String found, boolean agrees) {
        assertThat(LiveParameters.agrees(name, wanted, found, REDIS)).isEqualTo(agrees);
    }
}
