package dev.cacheward.redis.client.external;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.redis.Authentication;
import dev.cacheward.redis.client.Reply;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A name leads to a replica for a while after a failover. */
class FailoverRedisTest {
    private static final String NAME = "redis.example";

    private final AtomicInteger lookups = new AtomicInteger();

    @Test
    void aReplicaIsToldOnlyIfTheNameStillLeadsThereWhenItIsLookedUpAgain() {
        // Given
        try (ForeignRedis replica = ForeignRedis.start("--replicaof", "127.0.0.1", "1");
                TcpProxy proxy = new TcpProxy(replica.port());
                ExternalAsking asking = new ExternalAsking(this::loopback)) {
            // When
            Cause failure = asking.failure(endpoint(asking, proxy));
            // Then
            assertThat(failure.reason()).isEqualTo(Reason.READ_ONLY);
            assertThat(failure.message()).contains("primary").doesNotContain("restart");
            assertThat(lookups).hasValue(2);
        }
    }

    @Test
    void aNameThatLeadsToTheNewPrimaryByThenPasses() {
        // Given
        try (ForeignRedis replica = ForeignRedis.start("--replicaof", "127.0.0.1", "1");
                ForeignRedis primary = ForeignRedis.start();
                TcpProxy proxy = new TcpProxy(replica.port());
                ExternalAsking asking = new ExternalAsking((host, limit) -> {
                    if (lookups.getAndIncrement() > 0) {
                        proxy.leadTo(primary.port());
                    }
                    return loopback(host, limit);
                })) {
            // When, Then
            assertThat(asking.answer(endpoint(asking, proxy)).capabilities()).hasSize(4);
        }
    }

    @Test
    void aReplicaWithoutItsPrimaryDoesNotEvenAnswerAPing() {
        // Given
        try (ForeignRedis replica =
                        ForeignRedis.start("--replicaof", "127.0.0.1", "1", "--replica-serve-stale-data", "no");
                TcpProxy proxy = new TcpProxy(replica.port());
                ExternalAsking asking = new ExternalAsking(this::loopback)) {
            // When
            Reply<Duration> ping = asking.redis().ping(endpoint(asking, proxy), ExternalAsking.EVERYWHERE);
            Cause failure = asking.failure(endpoint(asking, proxy));
            // Then
            assertThat(ping.failure().map(Cause::reason)).contains(Reason.READ_ONLY);
            assertThat(failure.reason()).isEqualTo(Reason.READ_ONLY);
            assertThat(failure.message()).contains("MASTERDOWN");
        }
    }

    private List<InetAddress> loopback(String host, Duration limit) {
        lookups.incrementAndGet();
        return List.of(InetAddress.getLoopbackAddress());
    }

    private static ExternalEndpoint endpoint(ExternalAsking asking, TcpProxy proxy) {
        return asking.endpoint(NAME, proxy.port(), new Authentication.None(), Optional.empty());
    }
}
