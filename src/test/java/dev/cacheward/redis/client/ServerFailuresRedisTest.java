package dev.cacheward.redis.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.EvictionPolicy;
import dev.cacheward.api.v1alpha1.PersistenceMode;
import dev.cacheward.redis.conf.SampleServerSettings;
import dev.cacheward.redis.conf.ServerSettings;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every state in which a running server fails the application's check, brought about for real. */
class ServerFailuresRedisTest {
    private static final String EVERY_SERVER = "dev.cacheward.redis.client.RedisBinary#all";

    private final RedisGateway gateway = LongTimeout.gateway();

    @AfterEach
    void close() {
        gateway.close();
    }

    @ParameterizedTest
    @MethodSource(EVERY_SERVER)
    void aFrozenServerIsATimeoutAndPassesWhenItThaws(RedisBinary binary) {
        // Given
        try (RealRedis redis = RealRedis.start(binary, SampleServerSettings.defaults())) {
            redis.freeze();
            // When
            Cause failure = hastily(redis);
            // Then
            assertThat(failure.reason()).isEqualTo(Reason.TIMEOUT);
            redis.thaw();
            assertThat(gateway.ask(redis.address(), redis.application(), new CheckDialogue())
                            .failure())
                    .isEmpty();
            try (RawRedis application = new RawRedis(redis.address(), redis.application())) {
                until(() -> String.valueOf(application.ask("CLIENT", "LIST"))
                                .lines()
                                .count()
                        == 1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource(EVERY_SERVER)
    void aServerThatReadsItsDataIsLoading(RedisBinary binary) {
        // Given
        ServerSettings settings = SampleServerSettings.of(PersistenceMode.SNAPSHOT, Map.of());
        try (RealRedis redis = RealRedis.start(binary, settings)) {
            saveManyKeys(redis);
            redis.relaunch(settings, "--key-load-delay", "1000", "--loading-process-events-interval-bytes", "1024");
            until(() -> "LOADING".equals(firstWord(redis, "PING")));
            // When
            Cause failure = failure(redis);
            Reply<ServerInfo> info = gateway.ask(redis.address(), redis.operator(), new InfoDialogue());
            // Then
            assertThat(failure.reason()).isEqualTo(Reason.LOADING);
            assertThat(info).isInstanceOf(Reply.Answered.class);
        }
    }

    @ParameterizedTest
    @MethodSource(EVERY_SERVER)
    void aServerThatCannotSaveIsPersistenceFailing(RedisBinary binary) throws IOException {
        // Given: a data folder that is gone fails a save for every user, root as well
        try (RealRedis redis = RealRedis.start(binary, SampleServerSettings.of(PersistenceMode.SNAPSHOT, Map.of()))) {
            Files.delete(redis.data());
            gateway.ask(redis.address(), redis.operator(), new SnapshotDialogue());
            until(() -> !info(redis).persistence().lastBgsaveOk());
            // When
            Cause failure = failure(redis);
            // Then
            assertThat(failure.reason()).isEqualTo(Reason.PERSISTENCE_FAILING);
            assertThat(failure.message()).contains("MISCONF");
        }
    }

    @ParameterizedTest
    @MethodSource(EVERY_SERVER)
    void aFullServerThatEvictsNothingIsOutOfMemory(RedisBinary binary) {
        // Given
        try (RealRedis redis = RealRedis.start(binary, SampleServerSettings.memory(1024, EvictionPolicy.NO_EVICTION))) {
            // When
            Cause failure = failure(redis);
            // Then
            assertThat(failure.reason()).isEqualTo(Reason.OUT_OF_MEMORY);
            assertThat(failure.message()).contains("maxMemory", "evictionPolicy");
        }
    }

    @ParameterizedTest
    @MethodSource(EVERY_SERVER)
    void aServerWithoutARoomForAConnectionIsMaxClients(RedisBinary binary) {
        // Given
        try (RealRedis redis = RealRedis.start(
                        binary, SampleServerSettings.of(PersistenceMode.NONE, Map.of("maxclients", "2")));
                RawRedis first = new RawRedis(redis.address(), redis.application());
                RawRedis second = new RawRedis(redis.address(), redis.application())) {
            for (int i = 0; i < 20; i++) {
                // When
                Cause failure = failure(redis);
                // Then
                assertThat(failure.reason()).isEqualTo(Reason.MAX_CLIENTS);
            }
            assertThat(first.ask("PING")).isEqualTo(second.ask("PING"));
        }
    }

    @ParameterizedTest
    @MethodSource(EVERY_SERVER)
    void aReplicaIsReadOnly(RedisBinary binary) {
        // Given
        try (RealRedis redis =
                RealRedis.start(binary, SampleServerSettings.defaults(), "--replicaof", "127.0.0.1", "1")) {
            // When
            Cause failure = failure(redis);
            // Then
            assertThat(failure.reason()).isEqualTo(Reason.READ_ONLY);
        }
    }

    @ParameterizedTest
    @MethodSource(EVERY_SERVER)
    void aServerHeldUpByAScriptIsBusy(RedisBinary binary) throws IOException {
        // Given
        ServerSettings impatient = SampleServerSettings.of(PersistenceMode.NONE, Map.of("busy-reply-threshold", "20"));
        try (RealRedis redis = RealRedis.start(binary, impatient);
                RawRedis application = new RawRedis(redis.address(), redis.application())) {
            application.send("EVAL", "while true do end", "0");
            until(() -> "BUSY".equals(firstWord(redis, "PING")));
            // When
            Cause failure = failure(redis);
            // Then
            assertThat(failure.reason()).isEqualTo(Reason.BUSY);
            assertThat(failure.message()).contains("SCRIPT KILL");
        }
    }

    private Cause failure(RealRedis redis) {
        return gateway.ask(redis.address(), redis.application(), new CheckDialogue())
                .failure()
                .orElseThrow();
    }

    private static Cause hastily(RealRedis redis) {
        try (RedisGateway hasty = new LettuceGateway(Duration.ofSeconds(2))) {
            return hasty.ask(redis.address(), redis.application(), new CheckDialogue())
                    .failure()
                    .orElseThrow();
        }
    }

    private ServerInfo info(RealRedis redis) {
        return ((Reply.Answered<ServerInfo>) gateway.ask(redis.address(), redis.operator(), new InfoDialogue()))
                .value();
    }

    private void saveManyKeys(RealRedis redis) {
        try (RawRedis application = new RawRedis(redis.address(), redis.application())) {
            application.ask("EVAL", "for i = 1, 20000 do redis.call('SET', 'k' .. i, 'v') end", "0");
        }
        gateway.ask(redis.address(), redis.operator(), new SnapshotDialogue());
        until(() -> !info(redis).persistence().bgsaveInProgress()
                && Files.exists(redis.data().resolve("dump.rdb")));
    }

    private static String firstWord(RealRedis redis, String command) {
        try (RawRedis application = new RawRedis(redis.address(), redis.application())) {
            return String.valueOf(application.ask(command)).replaceAll("^-?(\\w+).*", "$1");
        }
    }

    private static void until(Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(LongTimeout.LONG)
                .pollInterval(Duration.ofMillis(30))
                .ignoreExceptions()
                .until(condition);
    }
}
