package dev.cacheward.redis.client.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.cacheward.redis.AclUser;
import dev.cacheward.redis.ConnectionCut;
import dev.cacheward.redis.LiveChange;
import dev.cacheward.redis.client.LettuceGateway;
import dev.cacheward.redis.client.RawRedis;
import dev.cacheward.redis.client.RealRedis;
import dev.cacheward.redis.client.RedisBinary;
import dev.cacheward.redis.client.RedisGateway;
import dev.cacheward.redis.client.Reply;
import dev.cacheward.redis.conf.AclFile;
import dev.cacheward.redis.conf.SampleServerSettings;
import dev.cacheward.redis.conf.UserHashes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConnectionCutRedisTest {
    private final RedisGateway gateway = new LettuceGateway(Duration.ofSeconds(20));

    @AfterEach
    void close() {
        gateway.close();
    }

    @ParameterizedTest
    @MethodSource("dev.cacheward.redis.client.RedisBinary#all")
    void whoConnectedBeforeIsEndedAndNobodyElse(RedisBinary server) {
        try (RealRedis redis = RealRedis.start(server, SampleServerSettings.defaults());
                RawRedis before = new RawRedis(redis.address(), redis.application());
                RawRedis probe = new RawRedis(redis.address(), redis.probe())) {
            // Given
            await().until(() -> age(before) >= 2);
            try (RawRedis after = new RawRedis(redis.address(), redis.application())) {
                // When
                Reply<Boolean> reply = tell(redis, Duration.ofSeconds(1));

                // Then
                assertThat(reply.failure()).isEmpty();
                assertThatThrownBy(() -> before.ask("PING")).isInstanceOf(RuntimeException.class);
                assertThat(after.ask("PING")).isEqualTo("PONG");
                assertThat(probe.ask("PING")).isEqualTo("PONG");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.cacheward.redis.client.RedisBinary#all")
    void theOperatorsUserIsAsBefore(RedisBinary server) {
        try (RealRedis redis = RealRedis.start(server, SampleServerSettings.defaults())) {
            // Given
            String before = operator(redis);

            // When
            tell(redis, Duration.ofDays(1));

            // Then
            assertThat(operator(redis)).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.cacheward.redis.client.RedisBinary#all")
    void aListOfAThousandConnectionsIsNotTooLong(RedisBinary server) {
        try (RealRedis redis = RealRedis.start(server, SampleServerSettings.defaults())) {
            List<RawRedis> many = new ArrayList<>();
            for (int i = 0; i < 1_000; i++) {
                many.add(new RawRedis(redis.address(), redis.application()));
            }
            await().until(() -> age(many.get(999)) >= 2);

            // When
            Reply<Boolean> reply = tell(redis, Duration.ofSeconds(1));

            // Then
            assertThat(reply.failure()).isEmpty();
            try (RawRedis after = new RawRedis(redis.address(), redis.application())) {
                assertThat(String.valueOf(after.ask("CLIENT", "LIST"))
                                .lines()
                                .filter(line -> line.contains("user=default")))
                        .hasSize(1);
            }
            many.forEach(RawRedis::close);
        }
    }

    private Reply<Boolean> tell(RealRedis redis, Duration olderThan) {
        LiveChange change =
                new LiveChange(new TreeMap<>(), List.of()).cutting(new ConnectionCut(olderThan, operatorLine(redis)));
        return gateway.ask(redis.address(), redis.operator(), new LiveChangeDialogue(redis.configAlias(), change));
    }

    private static String operatorLine(RealRedis redis) {
        String hash = redis.operator().password().sha256();
        return AclFile.line(
                        AclFile.render(SampleServerSettings.defaults(), new UserHashes(hash, hash, hash, hash)),
                        AclUser.OPERATOR)
                .orElseThrow();
    }

    private static String operator(RealRedis redis) {
        try (RawRedis operator = new RawRedis(redis.address(), redis.operator())) {
            return String.valueOf(operator.ask("ACL", "GETUSER", AclUser.OPERATOR));
        }
    }

    private static long age(RawRedis connection) {
        String list = String.valueOf(connection.ask("CLIENT", "LIST"));
        return list.lines()
                .flatMap(line -> List.of(line.split(" ")).stream())
                .filter(field -> field.startsWith("age="))
                .mapToLong(field -> Long.parseLong(field.substring(4)))
                .min()
                .orElse(0);
    }
}
