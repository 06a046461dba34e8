package dev.cacheward.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The published {@code REDIS_URL} is understood by those who get it: as it is, but for the name that resolves in pods only. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClientLibrariesIT {
    /** An interpreter that has the package redis. */
    private static final String PYTHON =
            Optional.ofNullable(System.getenv("CACHEWARD_TEST_PYTHON")).orElse("python3");

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
    void redisCliTakesTheUrl() throws Exception {
        demand("redis-cli", "--version");
        assertThat(run("redis-cli", "--no-auth-warning", "-u", url, "PING")).isEqualTo("PONG");
    }

    @Test
    void redisPyTakesTheUrl() throws Exception {
        demand(PYTHON, "-c", "import redis");
        assertThat(run(PYTHON, "-c", "import redis, sys; print(redis.from_url(sys.argv[1]).ping())", url))
                .isEqualTo("True");
    }

    private static void demand(String... command) {
        boolean there;
        try {
            there = start(command).waitFor() == 0;
        } catch (IOException | InterruptedException missing) {
            there = false;
        }
        if (!there) {
            System.err.println("SKIPPED: this machine has no " + String.join(" ", command));
        }
        Assumptions.assumeTrue(there, String.join(" ", command));
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = start(command);
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return output;
    }

    private static Process start(String... command) throws IOException {
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }
}
