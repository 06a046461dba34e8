package dev.cacheward.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.RedisStatus;
import dev.cacheward.kubernetes.fields.SecretText;
import dev.cacheward.redis.Login;
import dev.cacheward.redis.Password;
import dev.cacheward.redis.client.RawRedis;
import dev.cacheward.redis.client.external.ForeignRedis;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import dev.cacheward.testbed.EmbeddedApi;
import dev.cacheward.testbed.Request;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The operator with a Redis of somebody else, which is a real one. */
@Execution(ExecutionMode.CONCURRENT)
class ExternalMockTest {
    private final ForeignRedis redis = ForeignRedis.start("--requirepass", "first");
    private RunningOperator running;
    private OpenExternalGateway gateway;

    @BeforeEach
    void start() {
        running = new RunningOperator(RunningOperator.settings(Map.of()), real -> {
            gateway = new OpenExternalGateway(real.external());
            return new Connections(real.client(), real.redis(), gateway);
        });
        secret("cloud", Map.of("host", "127.0.0.1", "port", "" + redis.port(), "password", "first"));
    }

    @AfterEach
    void stop() {
        running.close();
        redis.close();
    }

    @Test
    void itsConnectionIsPublishedAndNothingElseIsMade() {
        // When
        running.apply(profile("shop", ""));

        // Then
        running.awaitReady("shop");
        assertThat(texts("shop-redis"))
                .containsEntry("uri", "redis://:first@127.0.0.1:" + redis.port() + "/0")
                .containsEntry("password", "first")
                .doesNotContainKey("username");
        assertThat(texts("shop-redis-env"))
                .containsEntry("REDIS_URL", "redis://:first@127.0.0.1:" + redis.port() + "/0");
        assertThat(running.writes())
                .extracting(Request::path)
                .noneMatch(path -> path.matches(".*/(statefulsets|services|serviceaccounts|pods)/.*"));
    }

    @Test
    void theStatusSaysWhatItOffers() {
        // When
        running.apply(profile("shop", ""));

        // Then
        running.awaitReady("shop");
        RedisStatus status = running.profile("shop").getStatus().redis();
        assertThat(status.endpoint()).isEqualTo("127.0.0.1:" + redis.port());
        assertThat(status.version()).startsWith("Redis 7.");
        assertThat(status.capabilities()).containsExactly("TTL", "EVAL", "PUBLISH", "INFO");
        assertThat(status.evictionPolicy()).isEqualTo("noeviction");
    }

    @Test
    void profilesOfOneServerAndLoginShareTheChecks() {
        // Given
        running.apply(profile("shop", ""));
        running.awaitReady("shop");

        // When
        running.apply(profile("mall", ""));

        // Then
        running.awaitReady("mall");
        assertThat(gateway.asked()).containsExactly("check");
    }

    @Test
    void aPasswordThatTheServerDoesNotTakeYetIsPublishedOnlyOnceItDoes() {
        // Given
        running.apply(profile("shop", ""));
        running.awaitReady("shop");

        // When
        secret("cloud", Map.of("host", "127.0.0.1", "port", "" + redis.port(), "password", "second"));
        running.apply(profile("shop", "enabled: false"));
        RunningOperator.soon().until(() -> message("shop").contains("not taken by the server yet"));
        String before = texts("shop-redis").get("password");
        redis("first", "CONFIG", "SET", "requirepass", "second");

        // Then
        assertThat(before).isEqualTo("first");
        RunningOperator.soon().until(() -> texts("shop-redis").get("password").equals("second"));
        running.awaitReady("shop");
        assertThat(running.told("shop")).noneMatch(told -> told.contains(Reason.AUTH_FAILED.wire()));
    }

    @Test
    void aSecretThatIsMissingLeavesWhatWasPublished() {
        // Given
        running.apply(profile("shop", ""));
        running.awaitReady("shop");

        // When
        running.client
                .secrets()
                .inNamespace(EmbeddedApi.NAMESPACE)
                .withName("cloud")
                .delete();
        running.apply(profile("shop", "enabled: false"));

        // Then
        assertThat(running.awaitProfile("shop", ConditionType.READY, Reason.SECRET_NOT_FOUND)
                        .message())
                .contains("spec.redis.external.hostFrom", "there is no Secret \"cloud\"", "stays as it is");
        assertThat(texts("shop-redis")).containsEntry("password", "first");
    }

    @Test
    void aPortThatIsNoneIsToldWithTheFieldAndTheValue() {
        // When
        secret("cloud", Map.of("host", "127.0.0.1", "port", "70000", "password", "first"));
        running.apply(profile("shop", ""));

        // Then
        assertThat(running.awaitProfile("shop", ConditionType.READY, Reason.INVALID_REFERENCE)
                        .message())
                .contains("spec.redis.external.portFrom", "\"70000\"", "1 to 65535");
    }

    private String message(String profile) {
        return running.profile(profile).getStatus().conditions().stream()
                .filter(condition -> condition.type().equals(ConditionType.READY.wire()))
                .findFirst()
                .orElseThrow()
                .message();
    }

    private void redis(String password, String... words) {
        try (RawRedis raw = new RawRedis(redis.address(), new Login("default", new Password(password)))) {
            assertThat(raw.ask(words)).isEqualTo("OK");
        }
    }

    private void secret(String name, Map<String, String> texts) {
        running.client
                .resource(new SecretBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .withNamespace(EmbeddedApi.NAMESPACE)
                        .endMetadata()
                        .withData(SecretText.encode(new TreeMap<>(texts)))
                        .build())
                .serverSideApply();
    }

    private Map<String, String> texts(String name) {
        Secret secret = running.client
                .secrets()
                .inNamespace(EmbeddedApi.NAMESPACE)
                .withName(name)
                .get();
        Map<String, String> texts = new TreeMap<>();
        secret.getData()
                .keySet()
                .forEach(key -> texts.put(key, SecretText.decode(secret, key).orElse("")));
        return texts;
    }

    private static String profile(String name, String more) {
        return """
                apiVersion: cacheward.dev/v1alpha1
                kind: CacheProfile
                metadata: {name: %s}
                spec:
                  ttls: {users: 60s}
                  redis:
                    external:
                      hostFrom: {name: cloud, key: host}
                      portFrom: {name: cloud, key: port}
                      passwordFrom: {name: cloud, key: password}
                  %s
                """.formatted(name, more);
    }
}
