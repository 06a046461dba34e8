package dev.cacheward.redis.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.PersistenceMode;
import dev.cacheward.redis.conf.SampleServerSettings;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LettuceGatewayRedisTest {
    private static final String EVERY_SERVER = "dev.cacheward.redis.client.RedisBinary#all";

    private final RedisGateway gateway = LongTimeout.gateway();

    @AfterEach
    void close() {
        gateway.close();
    }

    @ParameterizedTest
    @MethodSource(EVERY_SERVER)
    void aHealthyServerPassesTheCheckAndKeepsNothingOfIt(RedisBinary binary) {
        // Given
        try (RealRedis redis = RealRedis.start(binary, SampleServerSettings.defaults());
                RawRedis application = new RawRedis(redis.address(), redis.application())) {
            // When
            var failure = gateway.ask(redis.address(), redis.application(), new CheckDialogue())
                    .failure();
            // Then
            assertThat(failure).isEmpty();
            assertThat(application.ask("DBSIZE")).isEqualTo(0L);
        }
    }

    @ParameterizedTest
    @MethodSource(EVERY_SERVER)
    void aNodeOfAClusterPassesIfAllSlotsAreItsOwnAndElseIsTold(RedisBinary binary) {
        // Given
        var settings = SampleServerSettings.disabling(PersistenceMode.NONE, Set.of(), "CLUSTER");
        try (RealRedis redis = RealRedis.start(binary, settings, "--cluster-enabled", "yes");
                RawRedis application = new RawRedis(redis.address(), redis.application())) {
            // When
            var without = gateway.ask(redis.address(), redis.application(), new CheckDialogue());
            application.ask("CLUSTER", "ADDSLOTSRANGE", "0", "16383");
            // Then
            assertThat(((Reply.Failed<Boolean>) without).cause().message()).contains("node of a cluster");
            Awaitility.await()
                    .atMost(LongTimeout.LONG)
                    .untilAsserted(
                            () -> assertThat(gateway.ask(redis.address(), redis.application(), new CheckDialogue())
                                            .failure())
                                    .isEmpty());
            assertThat(application.ask("DBSIZE")).isEqualTo(0L);
        }
    }

    @ParameterizedTest
    @MethodSource(EVERY_SERVER)
    void noConnectionStaysOpen(RedisBinary binary) {
        // Given
        try (RealRedis redis = RealRedis.start(binary, SampleServerSettings.defaults());
                RawRedis application = new RawRedis(redis.address(), redis.application())) {
            // When
            for (int i = 0; i < 20; i++) {
                gateway.ask(redis.address(), redis.application(), new CheckDialogue())
                        .failure();
                gateway.ask(redis.address(), redis.operator(), new InfoDialogue());
            }
            // Then
            Awaitility.await()
                    .atMost(LongTimeout.LONG)
                    .untilAsserted(() -> assertThat(String.valueOf(application.ask("CLIENT", "LIST"))
                                    .lines())
                            .hasSize(1));
        }
    }

    @ParameterizedTest
    @MethodSource(EVERY_SERVER)
    void infoTellsTheProductAndItsOwnVersion(RedisBinary binary) {
        // Given
        try (RealRedis redis =
                RealRedis.start(binary, SampleServerSettings.of(PersistenceMode.APPEND_ONLY, Map.of()))) {
            // When
            var reply = gateway.ask(redis.address(), redis.operator(), new InfoDialogue());
            // Then
            ServerInfo info = answered(reply);
            assertThat(info.version()).isEqualTo(binary.version());
            assertThat(info.version().supported()).isTrue();
            assertThat(info.runId()).hasSize(40);
            assertThat(info.persistence().aofEnabled()).isTrue();
            assertThat(info.persistence().lastBgsaveOk()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource(EVERY_SERVER)
    void parametersAreSetThroughTheSecretNameOfConfigAllOrNone(RedisBinary binary) {
        // Given
        try (RealRedis redis = RealRedis.start(binary, SampleServerSettings.defaults());
                RawRedis operator = new RawRedis(redis.address(), redis.operator())) {
            var good = new TreeMap<>(Map.of("maxmemory-samples", "7", "proc-title-template", "a \"b\" % {title}"));
            var halfBad = new TreeMap<>(Map.of("maxmemory-samples", "8", "maxmemory-policy", "no-such"));
            // When
            var set = gateway.ask(redis.address(), redis.operator(), new ConfigDialogue(redis.configAlias(), good));
            var refused =
                    gateway.ask(redis.address(), redis.operator(), new ConfigDialogue(redis.configAlias(), halfBad));
            // Then
            assertThat(answered(set)).isTrue();
            assertThat(refused).isInstanceOf(Reply.Failed.class);
            assertThat(((Reply.Failed<Boolean>) refused).cause().reason().wire())
                    .isEqualTo("ConfigRefused");
            assertThat(((Reply.Failed<Boolean>) refused).cause().message()).contains("maxmemory-policy");
            assertThat(String.valueOf(operator.ask(redis.configAlias(), "GET", "maxmemory-samples")))
                    .contains("7");
        }
    }

    @ParameterizedTest
    @MethodSource(EVERY_SERVER)
    void aSnapshotIsStarted(RedisBinary binary) {
        // Given
        try (RealRedis redis = RealRedis.start(binary, SampleServerSettings.defaults())) {
            // When
            var started = gateway.ask(redis.address(), redis.operator(), new SnapshotDialogue());
            // Then
            assertThat(answered(started)).isTrue();
            Awaitility.await()
                    .atMost(LongTimeout.LONG)
                    .until(() -> Files.exists(redis.data().resolve("dump.rdb")));
        }
    }

    @ParameterizedTest
    @MethodSource(EVERY_SERVER)
    void nothingOfTheGatewaysOwnIsRefusedByTheServersUsers(RedisBinary binary) {
        // Given
        try (RealRedis redis = RealRedis.start(
                        binary, SampleServerSettings.disabling(PersistenceMode.NONE, Set.of(), "ACL|LOG"));
                RawRedis application = new RawRedis(redis.address(), redis.application())) {
            // When
            gateway.ask(redis.address(), redis.operator(), new InfoDialogue());
            gateway.ask(redis.address(), redis.operator(), new SnapshotDialogue());
            gateway.ask(redis.address(), redis.application(), new CheckDialogue())
                    .failure();
            // Then
            assertThat(String.valueOf(application.ask("ACL", "LOG"))).isEqualTo("[]");
        }
    }

    private static <T> T answered(Reply<T> reply) {
        assertThat(reply).isInstanceOf(Reply.Answered.class);
        return ((Reply.Answered<T>) reply).value();
    }
}
