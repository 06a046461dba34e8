package dev.cacheward.redis.client.external;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.redis.Authentication;
import dev.cacheward.redis.Connection;
import dev.cacheward.redis.client.LongTimeout;
import dev.cacheward.redis.client.RawRedis;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import dev.cacheward.testbed.Ports;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nodes of clusters, asked as a single server and as what they are. */
class ClusterNodesRedisTest {
    private final ExternalAsking asking = new ExternalAsking();

    @AfterEach
    void close() {
        asking.close();
    }

    @Test
    void aNodeThatHasAllSlotsPassesEitherWay() {
        // Given: as ElastiCache serverless and MemoryDB do
        try (ForeignRedis node = node()) {
            serve(node, "0", "16383");
            // When, Then
            assertThat(asking.answer(endpoint(node, false)).capabilities()).hasSize(4);
            assertThat(asking.answer(endpoint(node, true)).capabilities()).hasSize(4);
        }
    }

    @Test
    void aNodeOfSeveralIsFoldedOutOfASingleServer() {
        // Given
        try (ForeignRedis one = node();
                ForeignRedis other = node()) {
            halve(one, other);
            for (ForeignRedis node : new ForeignRedis[] {one, other}) {
                // When
                Cause failure = eventually(() -> asking.redis()
                        .check(endpoint(node, false), ExternalAsking.EVERYWHERE)
                        .failure());
                // Then
                assertThat(failure.reason()).isEqualTo(Reason.CLUSTER_MODE_REQUIRED);
                assertThat(failure.message()).contains("topology: Cluster", "MOVED");
            }
        }
    }

    @Test
    void asAClusterItsRedirectionIsFollowed() {
        // Given
        try (ForeignRedis one = node();
                ForeignRedis other = node()) {
            halve(one, other);
            for (int i = 0; i < 8; i++) {
                // When, Then
                assertThat(asking.answer(endpoint(one, true)).capabilities()).hasSize(4);
            }
        }
    }

    @Test
    void aRedirectionLeadsOnlyWhereTheFilterLets() {
        // Given
        try (ForeignRedis one = node();
                ForeignRedis other = node()) {
            halve(one, other);
            int[] asked = {0};
            ExternalEndpoint named = new ExternalEndpoint(
                    new Connection(
                            "localhost", one.port(), new Authentication.None(), Optional.empty(), Optional.empty()),
                    true,
                    ExternalAsking.PREFIX);
            AddressFilter once = address -> asked[0]++ == 0 ? Optional.empty() : Optional.of("is not allowed here");
            // When
            Cause failure = eventually(() -> {
                asked[0] = 0;
                return asking.redis().check(named, once).failure();
            });
            // Then
            assertThat(failure.reason()).isEqualTo(Reason.HOST_NOT_ALLOWED);
            assertThat(failure.message()).isEqualTo("A node that the cluster names is not allowed here.");
        }
    }

    @Test
    void aClusterThatServesNothingIsTold() {
        // Given
        try (ForeignRedis node = node()) {
            // When
            Cause failure = asking.failure(endpoint(node, true));
            // Then
            assertThat(failure.reason()).isEqualTo(Reason.LOADING);
            assertThat(failure.message()).contains("CLUSTERDOWN");
        }
    }

    @Test
    void aDatabaseOfANumberIsToldAsAMatterOfTheCluster() {
        // Given
        try (ForeignRedis node = node()) {
            Connection connection = new Connection(
                    "127.0.0.1", node.port(), new Authentication.None(), Optional.of(1), Optional.empty());
            // When
            Cause failure = asking.failure(new ExternalEndpoint(connection, false, ExternalAsking.PREFIX));
            // Then: a cluster of Valkey 9 may have several, and has one
            assertThat(failure.reason()).isIn(Reason.CLUSTER_MODE_REQUIRED, Reason.CAPABILITY_MISSING);
        }
    }

    /** Which slot a key has is a matter of chance, so that some checks need no redirection. */
    private static Cause eventually(Callable<Optional<Cause>> failure) {
        return Awaitility.await()
                .atMost(LongTimeout.LONG)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .until(failure, Optional::isPresent)
                .orElseThrow();
    }

    private static ForeignRedis node() {
        return ForeignRedis.start("--cluster-enabled", "yes", "--cluster-port", String.valueOf(Ports.free()));
    }

    private static void serve(ForeignRedis node, String first, String last) {
        try (RawRedis raw = new RawRedis(node.address())) {
            assertThat(raw.ask("CLUSTER", "ADDSLOTSRANGE", first, last)).isEqualTo("OK");
            if (last.equals("16383") && first.equals("0")) {
                await(node);
            }
        }
    }

    /** Joins two nodes, and waits until both know the slots of each. */
    private static void halve(ForeignRedis one, ForeignRedis other) {
        serve(one, "0", "8191");
        serve(other, "8192", "16383");
        try (RawRedis raw = new RawRedis(one.address());
                RawRedis met = new RawRedis(other.address())) {
            raw.ask("CONFIG", "SET", "cluster-announce-ip", "127.0.0.1");
            met.ask("CONFIG", "SET", "cluster-announce-ip", "127.0.0.1");
            String bus = String.valueOf(((List<?>) met.ask("CONFIG", "GET", "cluster-port")).get(1));
            assertThat(raw.ask("CLUSTER", "MEET", "127.0.0.1", String.valueOf(other.port()), bus))
                    .isEqualTo("OK");
        }
        await(one);
        await(other);
    }

    private static void await(ForeignRedis node) {
        Awaitility.await()
                .atMost(LongTimeout.LONG)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    try (RawRedis raw = new RawRedis(node.address())) {
                        return String.valueOf(raw.ask("CLUSTER", "INFO")).contains("cluster_state:ok");
                    }
                });
    }

    private ExternalEndpoint endpoint(ForeignRedis node, boolean cluster) {
        ExternalEndpoint single = asking.endpoint(node, new Authentication.None());
        return new ExternalEndpoint(single.connection(), cluster, ExternalAsking.PREFIX);
    }
}
