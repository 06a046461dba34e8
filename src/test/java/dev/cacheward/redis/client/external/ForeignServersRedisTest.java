package dev.cacheward.redis.client.external;

import static dev.cacheward.redis.client.external.Capability.EVAL;
import static dev.cacheward.redis.client.external.Capability.INFO;
import static dev.cacheward.redis.client.external.Capability.PUBLISH;
import static dev.cacheward.redis.client.external.Capability.TTL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.redis.Authentication;
import dev.cacheward.redis.Password;
import dev.cacheward.redis.client.ServerInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Real servers, each set up as a service does; external-redis.md names which. */
class ForeignServersRedisTest {
    private static final Authentication PASSWORD = new Authentication.PasswordOnly(new Password("secret"));

    private final ExternalAsking asking = new ExternalAsking();

    @AfterEach
    void close() {
        asking.close();
    }

    @Test
    void aServerWithARequiredPasswordOffersEverything() {
        // Given
        try (ForeignRedis redis = ForeignRedis.start("--requirepass", "secret", "--maxmemory-policy", "noeviction")) {
            // When
            ExternalAnswer answer = asking.answer(asking.endpoint(redis, PASSWORD));
            // Then
            assertThat(answer.capabilities()).containsExactlyInAnyOrder(TTL, EVAL, PUBLISH, INFO);
            assertThat(answer.open()).isFalse();
            assertThat(answer.evictionPolicy()).contains("noeviction");
            assertThat(answer.info().flatMap(ServerInfo::ping)).isPresent();
        }
    }
}
