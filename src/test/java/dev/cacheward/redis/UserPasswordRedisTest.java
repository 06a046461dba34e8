package dev.cacheward.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cacheward.redis.client.CheckDialogue;
import dev.cacheward.redis.client.LongTimeout;
import dev.cacheward.redis.client.RealRedis;
import dev.cacheward.redis.client.RedisBinary;
import dev.cacheward.redis.client.RedisGateway;
import dev.cacheward.redis.conf.SampleServerSettings;
import dev.cacheward.validation.Parsed;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class UserPasswordRedisTest {
    static Stream<Arguments> oddPasswordsOnEveryServer() {
        return RedisBinary.all().stream()
                .flatMap(binary -> Stream.of("a b", "'\"`$HOME\\n%41", "pässwörd€😀", "x".repeat(512), "p@ss:w/ord?#")
                        .map(raw -> Arguments.of(binary, raw)));
    }

    @ParameterizedTest
    @MethodSource("oddPasswordsOnEveryServer")
    void everyPasswordThatIsTakenOpensTheServerDirectlyAndByUrl(RedisBinary binary, String raw) {
        // Given
        Password password = ((Parsed.Valid<Password>) UserPassword.parse(raw)).value();
        try (RealRedis redis = RealRedis.start(binary, SampleServerSettings.defaults(), password);
                RedisGateway gateway = LongTimeout.gateway();
                RedisClient byUrl = RedisClient.create(url(redis, password))) {
            // When
            var failure = gateway.ask(redis.address(), redis.application(), new CheckDialogue())
                    .failure();
            // Then
            assertThat(failure).isEmpty();
            try (StatefulRedisConnection<String, String> connection = byUrl.connect()) {
                assertThat(connection.sync().ping()).isEqualTo("PONG");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("oddPasswordsOnEveryServer")
    void redisCliTakesTheUrl(RedisBinary binary, String raw) throws IOException {
        // Given
        Path cli = Path.of(binary.command()).resolveSibling("redis-cli");
        assumeTrue(Files.isExecutable(cli), "no redis-cli beside " + binary.command());
        Password password = new Password(raw);
        try (RealRedis redis = RealRedis.start(binary, SampleServerSettings.defaults(), password)) {
            String url = url(redis, password);
            // When
            Process ping = new ProcessBuilder(cli.toString(), "--no-auth-warning", "-u", url, "PING").start();
            // Then
            assertThat(new String(ping.getInputStream().readAllBytes())).isEqualTo("PONG\n");
        }
    }

    @Test
    void theBinaryOfTheArtifactServesWhereNoneIsInstalled() {
        // Given
        RedisBinary embedded = RedisBinary.embedded();
        // When
        try (RealRedis redis = RealRedis.start(embedded, SampleServerSettings.defaults());
                RedisGateway gateway = LongTimeout.gateway()) {
            // Then
            assertThat(gateway.ask(redis.address(), redis.application(), new CheckDialogue())
                            .failure())
                    .isEmpty();
        }
    }

    private static String url(RealRedis redis, Password password) {
        return ConnectionUrl.url(
                Connection.plain("127.0.0.1", redis.address().port(), new Login(AclUser.APPLICATION, password)));
    }
}
