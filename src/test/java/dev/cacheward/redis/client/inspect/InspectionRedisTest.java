package dev.cacheward.redis.client.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.DisabledCommand;
import dev.cacheward.api.v1alpha1.PersistenceMode;
import dev.cacheward.redis.client.Dialogue;
import dev.cacheward.redis.client.LongTimeout;
import dev.cacheward.redis.client.RawRedis;
import dev.cacheward.redis.client.RealRedis;
import dev.cacheward.redis.client.RedisBinary;
import dev.cacheward.redis.client.RedisGateway;
import dev.cacheward.redis.client.Reply;
import dev.cacheward.redis.conf.SampleServerSettings;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the application's own login can find out about a server. */
class InspectionRedisTest {
    private static final String EVERY_SERVER = "dev.cacheward.redis.client.RedisBinary#all";

    private final RedisGateway gateway = LongTimeout.gateway();

    @AfterEach
    void close() {
        gateway.close();
    }

    @ParameterizedTest
    @MethodSource(EVERY_SERVER)
    void theNumbersOfAServerAreThoseThatItSays(RedisBinary binary) {
        // Given
        try (RealRedis redis = RealRedis.start(binary, SampleServerSettings.defaults());
                RawRedis application = new RawRedis(redis.address(), redis.application())) {
            application.ask("SET", "a", "1");
            application.ask("GET", "a");
            application.ask("GET", "b");

            // When
            Figures figures = ask(redis, new FiguresDialogue());

            // Then
            assertThat(figures.number("keyspace_hits")).contains(1L);
            assertThat(figures.number("keyspace_misses")).contains(1L);
            assertThat(figures.ofDatabases("keys")).isEqualTo(1);
            assertThat(figures.ofDatabases("expires")).isZero();
            assertThat(figures.slowest()).extracting(Figures.Command::name).contains("get", "set");
            assertThat(figures.slowest())
                    .filteredOn(command -> command.name().equals("get"))
                    .allMatch(command -> command.calls() == 2 && command.p99().isPresent());
        }
    }

    @ParameterizedTest
    @MethodSource(EVERY_SERVER)
    void aSampleHasTheSizesAndTheLifetimesOfKeys(RedisBinary binary) {
        // Given
        try (RealRedis redis = RealRedis.start(binary, SampleServerSettings.defaults());
                RawRedis application = new RawRedis(redis.address(), redis.application())) {
            application.ask("SET", "big", "x".repeat(50_000));
            application.ask("SET", "short", "x", "EX", "500");

            // When
            KeySample sample = ask(redis, new KeySampleDialogue(100, () -> {}));

            // Then
            assertThat(sample.whole()).isTrue();
            assertThat(sample.keys()).extracting(KeySample.Key::name).containsExactlyInAnyOrder("big", "short");
            assertThat(sample.keys())
                    .filteredOn(key -> key.name().equals("big"))
                    .allMatch(key -> key.bytes().orElseThrow() > 50_000
                            && key.milliseconds().isEmpty());
            assertThat(sample.keys())
                    .filteredOn(key -> key.name().equals("short"))
                    .allMatch(key -> key.milliseconds().orElseThrow() <= 500_000);
        }
    }

    @ParameterizedTest
    @MethodSource(EVERY_SERVER)
    void aSampleEndsAtItsNumberAndPausesInBetween(RedisBinary binary) {
        // Given
        try (RealRedis redis = RealRedis.start(binary, SampleServerSettings.defaults());
                RawRedis application = new RawRedis(redis.address(), redis.application())) {
            for (int i = 0; i < 1000; i++) {
                application.ask("SET", "key:" + i, "x");
            }
            AtomicInteger pauses = new AtomicInteger();

            // When
            KeySample sample = ask(redis, new KeySampleDialogue(200, pauses::incrementAndGet));

            // Then
            assertThat(sample.whole()).isFalse();
            assertThat(sample.keys()).hasSizeBetween(200, 300);
            assertThat(pauses.get()).isGreaterThanOrEqualTo(3);
        }
    }

    @ParameterizedTest
    @MethodSource(EVERY_SERVER)
    void aServerWithoutMemoryUsageStillTellsLifetimes(RedisBinary binary) {
        // Given
        var settings = SampleServerSettings.disabling(PersistenceMode.NONE, Set.of(DisabledCommand.MEMORY));
        try (RealRedis redis = RealRedis.start(binary, settings);
                RawRedis application = new RawRedis(redis.address(), redis.application())) {
            application.ask("SET", "a", "1");

            // When
            KeySample sample = ask(redis, new KeySampleDialogue(100, () -> {}));

            // Then
            assertThat(sample.keys()).singleElement().matches(key -> key.bytes().isEmpty());
        }
    }

    @ParameterizedTest
    @MethodSource(EVERY_SERVER)
    void ofASlowCommandNothingIsKeptButItsNameAndItsFirstKey(RedisBinary binary) {
        // Given
        var settings = SampleServerSettings.disabling(PersistenceMode.NONE, Set.of(), "SLOWLOG|GET");
        try (RealRedis redis = RealRedis.start(binary, settings, "--slowlog-log-slower-than", "0");
                RawRedis application = new RawRedis(redis.address(), redis.application())) {
            application.ask("SET", "session:7", "very-secret");
            application.ask("EVAL", "return 1", "0", "very-secret");

            // When
            List<SlowCommand> entries = ask(redis, new SlowLogDialogue());

            // Then
            assertThat(entries).extracting(SlowCommand::command).contains("SET", "EVAL");
            assertThat(entries.toString()).doesNotContain("very-secret").contains("session:7");
        }
    }

    private <T> T ask(RealRedis redis, Dialogue<T> dialogue) {
        Reply<T> reply = gateway.ask(redis.address(), redis.application(), dialogue);
        assertThat(reply.failure()).isEmpty();
        return ((Reply.Answered<T>) reply).value();
    }
}
