package dev.cacheward.redis.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.redis.AclUser;
import dev.cacheward.redis.Login;
import dev.cacheward.redis.Password;
import dev.cacheward.redis.conf.SampleServerSettings;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the check says when the server is well and the login is not. */
class LoginFailuresRedisTest {
    private static final String EVERY_SERVER = "dev.cacheward.redis.client.RedisBinary#all";

    private final RedisGateway gateway = LongTimeout.gateway();

    @AfterEach
    void close() {
        gateway.close();
    }

    @ParameterizedTest
    @MethodSource(EVERY_SERVER)
    void aWrongPasswordIsAuthFailedAndStandsInNoMessage(RedisBinary binary) {
        // Given
        Login wrong = new Login(AclUser.APPLICATION, new Password("correct-horse"));
        try (RealRedis redis = RealRedis.start(binary, SampleServerSettings.defaults())) {
            // When
            Cause failure = gateway.ask(redis.address(), wrong, new CheckDialogue())
                    .failure()
                    .orElseThrow();
            // Then
            assertThat(failure.reason()).isEqualTo(Reason.AUTH_FAILED);
            assertThat(failure.message()).doesNotContain("correct-horse");
        }
    }

    @ParameterizedTest
    @MethodSource(EVERY_SERVER)
    void aUserWithoutTheRightsOfAnApplicationIsNoPermission(RedisBinary binary) {
        // Given
        try (RealRedis redis = RealRedis.start(binary, SampleServerSettings.defaults())) {
            // When
            Cause failure = gateway.ask(redis.address(), redis.probe(), new CheckDialogue())
                    .failure()
                    .orElseThrow();
            // Then
            assertThat(failure.reason()).isEqualTo(Reason.NO_PERMISSION);
            assertThat(failure.message()).contains("SET");
        }
    }
}
