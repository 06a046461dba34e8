package dev.cacheward.cluster.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.cluster.rig.EditedProfile;
import dev.cacheward.cluster.rig.LiveRedis;
import dev.cacheward.cluster.rig.TestNamespace;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the example's user has, seconds after {@code kubectl apply}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExampleIT {
    private static final String NAME = "convoinsight";
    private static final Path EXAMPLE = Path.of("examples", NAME);

    private TestNamespace namespace;
    private CacheProfile profile;
    private LiveRedis redis;

    @BeforeAll
    void apply() throws IOException {
        namespace = new TestNamespace("example");
        namespace.apply(Files.readString(EXAMPLE.resolve("cacheprofile.yaml")));
        namespace.apply(Files.readString(EXAMPLE.resolve("ratelimitpolicy.yaml")));
        profile = namespace.awaitReady(NAME);
        namespace.awaitPolicy(NAME, ConditionType.READY, "True", Reason.READY);
        redis = new LiveRedis(namespace, NAME);
    }

    @AfterAll
    void delete() {
        namespace.close();
    }

    @Test
    void theTtlsAreDelivered() {
        assertThat(namespace.configMap("convoinsight-cache").getData())
                .isEqualTo(Map.of(
                        "CACHE_ENABLED", "true",
                        "CACHE_TTL_DATASET_LIST", "60",
                        "CACHE_TTL_DATASET_CONTENT", "300",
                        "CACHE_TTL_QUERY_RESULT", "300",
                        "CACHE_TTL_SESSION_STATE", "1800",
                        "CACHE_TTL_PG_CONNECTION", "600",
                        "CACHE_TTL_LLM_MODELS", "3600"));
    }

    @Test
    void theLimitsAreDelivered() {
        assertThat(namespace.configMap("convoinsight-limits").getData())
                .isEqualTo(Map.of(
                        "RATE_LIMIT_ENABLED", "true",
                        "RATE_LIMIT_MODE", "Enforce",
                        "RATE_LIMIT_DEFAULT", "100/hour",
                        "RATE_LIMIT_QUERY", "20/minute",
                        "RATE_LIMIT_UPLOAD", "50/hour",
                        "RATE_LIMIT_DATASET_OPS", "200/hour",
                        "RATE_LIMIT_AUTH", "10/minute"));
    }

    @Test
    void theConnectionIsAServiceBinding() {
        assertThat(profile.getStatus().binding().name()).isEqualTo("convoinsight-redis");
        assertThat(namespace.secret("convoinsight-redis").getType()).isEqualTo("servicebinding.io/redis");
        assertThat(namespace.secret("convoinsight-redis").getData())
                .containsOnlyKeys("type", "provider", "host", "port", "database", "username", "password", "uri", "url");
        assertThat(namespace.secret("convoinsight-redis", "type")).isEqualTo("redis");
        assertThat(namespace.secret("convoinsight-redis", "host"))
                .isEqualTo("convoinsight-redis." + namespace.name() + ".svc.cluster.local");
    }

    @Test
    void theConnectionIsAnEnvironment() {
        assertThat(namespace.secret("convoinsight-redis-env").getData())
                .containsOnlyKeys(
                        "REDIS_URL",
                        "REDIS_HOST",
                        "REDIS_PORT",
                        "REDIS_USERNAME",
                        "REDIS_PASSWORD",
                        "RATE_LIMIT_STORAGE_URI");
        assertThat(namespace.secret("convoinsight-redis-env", "REDIS_PASSWORD"))
                .isEqualTo(redis.application().password().value());
    }

    @Test
    void theTableHasEveryColumnFilled() {
        TestNamespace.patiently()
                .untilAsserted(() -> assertThat(KubectlTable.row(namespace, "cacheprofiles"))
                        .containsEntry("Ready", "True")
                        .containsEntry("Redis", "convoinsight-redis." + namespace.name() + ".svc.cluster.local:6379")
                        .containsEntry("Keys", 7)
                        .containsEntry("Reason", "Ready")
                        .containsKey("Age"));
        TestNamespace.patiently()
                .untilAsserted(() -> assertThat(KubectlTable.row(namespace, "ratelimitpolicies"))
                        .containsEntry("Ready", "True")
                        .containsEntry("Profile", NAME)
                        .containsEntry("Keys", 7)
                        .containsEntry("Reason", "Ready")
                        .containsKey("Age"));
    }

    @Test
    void strangersAreKeptOut() {
        assertThat(redis.asStranger("PING")).asString().startsWith("-NOAUTH");
        assertThat(redis.asStranger("AUTH", "default", "")).asString().startsWith("-WRONGPASS");
        assertThat(redis.asStranger("AUTH", "wrong")).asString().startsWith("-WRONGPASS");
    }

    @Test
    void theServerIsBoundToThePodsAddressAndLoopback() {
        assertThat(redis.config("bind")).isEqualTo(redis.address().host() + " -127.0.0.1 -::1");
    }

    @Test
    void disabledCommandsAreGoneForTheApplication() {
        for (List<String> command :
                List.of(List.of("FLUSHDB"), List.of("FLUSHALL"), List.of("KEYS", "*"), List.of("CONFIG", "GET", "*"))) {
            assertThat(redis.asApplication(command.toArray(String[]::new)))
                    .asString()
                    .startsWith("-ERR unknown command");
        }
        assertThat(redis.asApplication(redis.configCommand(), "GET", "*"))
                .asString()
                .startsWith("-NOPERM");
    }

    @Test
    void theApplicationHasWhatItNeedsAndNothingOfAnAdministrator() {
        assertThat(redis.asApplication("SET", "k", "v", "EX", "60")).isEqualTo("OK");
        assertThat(redis.asApplication("EVAL", "return redis.call('INCR', KEYS[1])", "1", "n"))
                .isEqualTo(1L);
        for (String command : List.of("SHUTDOWN", "MONITOR", "DEBUG", "BGSAVE", "SLAVEOF", "ACL")) {
            assertThat(redis.asApplication(command)).asString().startsWith("-");
        }
    }

    @Test
    void theProbeMayPingAndNothingElse() {
        assertThat(redis.asProbe("PING")).isEqualTo("PONG");
        for (List<String> command :
                List.of(List.of("GET", "k"), List.of("INFO"), List.of("ECHO", "x"), List.of("ACL", "WHOAMI"))) {
            assertThat(redis.asProbe(command.toArray(String[]::new))).asString().startsWith("-NOPERM");
        }
    }

    @Test
    void thePodIsRestrictedReadOnlyAndHasNoToken() {
        EditedProfile pod = new EditedProfile(namespace, NAME);
        assertThat(pod.inPod("touch", "/x")).contains("Read-only file system");
        assertThat(pod.inPod("id", "-u")).isEqualTo("999");
        assertThat(pod.inPod("ls", "/var/run/secrets/kubernetes.io")).contains("No such file");
        assertThat(pod.inPod("env")).doesNotContain("CONVOINSIGHT").doesNotContain(password());
        assertThat(pod.pod().getSpec().getContainers().get(0).toString()).doesNotContain(password());
    }

    private String password() {
        return redis.application().password().value();
    }
}
