package dev.cacheward.redis.client.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cacheward.redis.client.Dialogue;
import dev.cacheward.redis.client.LettuceGateway;
import dev.cacheward.redis.client.RedisAddress;
import dev.cacheward.redis.client.RedisBinary;
import dev.cacheward.redis.client.RedisGateway;
import dev.cacheward.redis.client.Reply;
import dev.cacheward.status.Reason;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HandoverRedisTest {
    private static final SecretConfig CONFIG = new SecretConfig(ReplicaServer.ALIAS);
    private static final Duration PATIENCE = HandoverDialogue.PATIENCE;

    private final RedisGateway gateway = new LettuceGateway(Duration.ofSeconds(2));

    @AfterEach
    void close() {
        gateway.close();
    }

    @ParameterizedTest
    @MethodSource("dev.cacheward.redis.client.RedisBinary#all")
    void noAcknowledgedWriteIsLostAndEachClientIsCutOnce(RedisBinary successor) {
        // Given
        try (ReplicaServer old = ReplicaServer.start(RedisBinary.find());
                ReplicaServer next = ReplicaServer.start(successor)) {
            AtomicReference<RedisAddress> service = new AtomicReference<>(old.address());
            try (CountingWriters writers = new CountingWriters(20, ReplicaServer.APPLICATION, service::get)) {
                await().until(() -> writers.allWrite() && writers.writes() > 5_000);
                follow(next, old);
                // When
                service.set(next.address());
                Handover handover = handOver(old, next);
                long atHandover = writers.writes();
                await().until(() -> writers.writes() > atHandover + 5_000);
                writers.stop();
                // Then
                assertThat(handover).isEqualTo(Handover.DONE);
                assertThat(writers.lost(key -> String.valueOf(next.ask("GET", key))))
                        .isEmpty();
                assertThat(writers.errors())
                        .allSatisfy(errors -> assertThat(errors).hasSizeLessThanOrEqualTo(1));
                assertThat(writers.longestSilence()).isLessThan(Duration.ofSeconds(5));
                assertThat(state(old).isInSyncWith(next.address())).isTrue();
            }
        }
    }

    @Test
    void toHandOverTwiceIsToHandOverOnce() {
        try (ReplicaServer old = ReplicaServer.start(RedisBinary.find());
                ReplicaServer next = ReplicaServer.start(RedisBinary.find())) {
            follow(next, old);
            // When
            Handover first = value(old, new HandoverDialogue(next.address(), PATIENCE));
            Handover second = value(old, new HandoverDialogue(next.address(), PATIENCE));
            // Then
            assertThat(first).isEqualTo(Handover.DONE);
            assertThat(second).isEqualTo(Handover.DONE);
            assertThat(state(next).isPrimary()).isTrue();
        }
    }

    @Test
    void aReplicaThatDoesNotAnswerLeavesThePrimaryAsItWas() {
        try (ReplicaServer old = ReplicaServer.start(RedisBinary.find());
                ReplicaServer next = ReplicaServer.start(RedisBinary.find());
                CountingWriters writers = new CountingWriters(20, ReplicaServer.APPLICATION, old::address)) {
            follow(next, old);
            await().until(() -> writers.allWrite() && writers.writes() > 1_000);
            next.freeze();
            // When
            Handover handover = value(old, new HandoverDialogue(next.address(), Duration.ofMillis(500)));
            // Then
            long atHandover = writers.writes();
            await().until(() -> writers.writes() > atHandover + 1_000);
            next.thaw();
            assertThat(handover).isEqualTo(Handover.TIMED_OUT);
            assertThat(writers.errors()).allSatisfy(errors -> assertThat(errors).isEmpty());
            assertThat(state(old).isPrimary()).isTrue();
        }
    }

    @Test
    void aServerThatNobodyFollowsHandsNothingOver() {
        try (ReplicaServer old = ReplicaServer.start(RedisBinary.find());
                ReplicaServer next = ReplicaServer.start(RedisBinary.find())) {
            assertThat(value(old, new HandoverDialogue(next.address(), PATIENCE)))
                    .isEqualTo(Handover.NOT_FOLLOWED);
            assertThat(state(old).isPrimary()).isTrue();
            assertThat(old.ask("SET", "a", "b")).isEqualTo("OK");
        }
    }

    @Test
    void aServerThatOthersFollowDoesNotFollowAnybody() {
        try (ReplicaServer old = ReplicaServer.start(RedisBinary.find());
                ReplicaServer next = ReplicaServer.start(RedisBinary.find())) {
            follow(next, old);
            // When
            boolean told = value(
                    old, new FollowDialogue(CONFIG, old.address(), next.address(), ReplicaServer.REPLICA, List.of()));
            // Then
            assertThat(told).isFalse();
            assertThat(state(old).isPrimary()).isTrue();
        }
    }

    @Test
    void aServerWhoseConfigHasItsOwnNameIsToldAsWell() {
        try (ReplicaServer old = ReplicaServer.plain(RedisBinary.find());
                ReplicaServer next = ReplicaServer.start(RedisBinary.find())) {
            follow(next, old);
            assertThat(value(old, new HandoverDialogue(next.address(), PATIENCE)))
                    .isEqualTo(Handover.DONE);
        }
    }

    @Test
    void aServerOfAnEarlierReleaseRefuses() {
        try (ReplicaServer old = ReplicaServer.ofAnEarlierRelease(RedisBinary.find());
                ReplicaServer next = ReplicaServer.start(RedisBinary.find())) {
            follow(next, old);
            // When
            var refused =
                    gateway.ask(old.address(), ReplicaServer.OPERATOR, new HandoverDialogue(next.address(), PATIENCE));
            // Then
            assertThat(refused.failure().map(cause -> cause.reason())).contains(Reason.NO_PERMISSION);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.cacheward.redis.client.RedisBinary#all")
    void aServerTellsWhetherItsOperatorMayHandOver(RedisBinary binary) {
        try (ReplicaServer now = ReplicaServer.start(binary);
                ReplicaServer earlier = ReplicaServer.ofAnEarlierRelease(binary)) {
            assertThat(value(now, new RightsDialogue())).isTrue();
            assertThat(value(earlier, new RightsDialogue())).isFalse();
        }
    }

    private void follow(ReplicaServer replica, ReplicaServer primary) {
        assertThat(value(primary, new LeadDialogue(CONFIG, ReplicaServer.REPLICA, List.of())))
                .isTrue();
        assertThat(value(
                        replica,
                        new FollowDialogue(
                                CONFIG, replica.address(), primary.address(), ReplicaServer.REPLICA, List.of())))
                .isTrue();
        await().until(() ->
                state(replica).isInSyncWith(primary.address()) && state(primary).isFollowedBy(replica.address()));
    }

    private Handover handOver(ReplicaServer old, ReplicaServer next) {
        return new HandoverCall(
                        new HandoverCall.Party(old.address(), ReplicaServer.OPERATOR),
                        new HandoverCall.Party(next.address(), ReplicaServer.REPLICA),
                        next.address())
                .make(gateway)
                .fold(answer -> answer, cause -> {
                    throw new AssertionError(cause.message());
                });
    }

    private ReplicationState state(ReplicaServer server) {
        return value(server, new ReplicationDialogue());
    }

    private <T> T value(ReplicaServer server, Dialogue<T> dialogue) {
        Reply<T> reply = gateway.ask(server.address(), ReplicaServer.OPERATOR, dialogue);
        return reply.fold(answer -> answer, cause -> {
            throw new AssertionError(cause.message());
        });
    }
}
