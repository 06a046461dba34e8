package dev.cacheward.cluster.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cluster.rig.EditedProfile;
import dev.cacheward.cluster.rig.TestNamespace;
import dev.cacheward.testbed.Python;
import io.lettuce.core.RedisClient;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The published {@code REDIS_URL} is understood by those who get it: as it is, but for the name that resolves in pods only. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClientLibrariesIT {
    private TestNamespace namespace;
    private String url;

    @BeforeAll
    void publish() {
        namespace = new TestNamespace("clients");
        EditedProfile profile = new EditedProfile(namespace, "url");
        profile.applyAndAwaitReady("{}");
        url = namespace
                .secret("url-redis-env", "REDIS_URL")
                .replace(
                        namespace.secret("url-redis-env", "REDIS_HOST"),
                        profile.redis().address().host());
    }

    @AfterAll
    void delete() {
        namespace.close();
    }

    @Test
    void lettuceTakesTheUrl() {
        try (RedisClient client = RedisClient.create(url)) {
            assertThat(client.connect().sync().ping()).isEqualTo("PONG");
        }
    }

    @Test
    void redisCliTakesTheUrl() throws IOException {
        Assumptions.assumeTrue(RedisCli.onPath(), "redis-cli");
        assertThat(RedisCli.run("-u", url, "PING")).isEqualTo("PONG");
    }

    @Test
    void redisPyTakesTheUrl() {
        Python python = Python.with("redis");
        assertThat(python.run("-c", "import redis, sys; print(redis.from_url(sys.argv[1]).ping())", url))
                .isEqualTo("True");
    }
}
