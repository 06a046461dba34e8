package dev.cacheward.operator;

import static dev.cacheward.operator.ForeignRig.external;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.RedisStatus;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import dev.cacheward.testbed.Request;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The operator with a Redis of somebody else, which is a real one. */
@Execution(ExecutionMode.CONCURRENT)
class ExternalMockTest {
    private final ForeignRig rig = new ForeignRig();
    private final RunningOperator running = rig.running;

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void itsConnectionIsPublishedAndNothingElseIsMade() {
        // When
        running.apply(external("shop", ""));

        // Then
        running.awaitReady("shop");
        assertThat(rig.published("shop-redis"))
                .containsEntry("uri", "redis://:first@127.0.0.1:" + rig.redis.port() + "/0")
                .containsEntry("password", "first")
                .doesNotContainKey("username");
        assertThat(rig.published("shop-redis-env"))
                .containsEntry("REDIS_URL", "redis://:first@127.0.0.1:" + rig.redis.port() + "/0");
        assertThat(running.writes())
                .extracting(Request::path)
                .noneMatch(path -> path.matches(".*/(statefulsets|services|serviceaccounts|pods)/.*"));
    }

    @Test
    void theStatusSaysWhatItOffers() {
        // When
        running.apply(external("shop", ""));

        // Then
        running.awaitReady("shop");
        RedisStatus status = running.profile("shop").getStatus().redis();
        assertThat(status.endpoint()).isEqualTo("127.0.0.1:" + rig.redis.port());
        assertThat(status.version()).startsWith("Redis 7.");
        assertThat(status.capabilities()).containsExactly("TTL", "EVAL", "PUBLISH", "INFO");
        assertThat(status.evictionPolicy()).isEqualTo("noeviction");
        assertThat(running.profile("shop").getStatus().conditions())
                .extracting(condition -> condition.type() + " " + condition.reason())
                .contains("MemoryHealthy MemoryAmple", "HitRateHealthy TooFewReads")
                .doesNotContain("PersistenceHealthy Persisted");
    }

    @Test
    void profilesOfOneServerAndLoginShareTheChecks() {
        // Given
        running.apply(external("shop", ""));
        running.awaitReady("shop");

        // When
        running.apply(external("mall", ""));

        // Then
        running.awaitReady("mall");
        assertThat(rig.gateway().asked()).containsExactly("check");
    }

    @Test
    void aPasswordThatTheServerDoesNotTakeYetIsPublishedOnlyOnceItDoes() {
        // Given
        running.apply(external("shop", ""));
        running.awaitReady("shop");

        // When
        rig.password("second");
        running.apply(external("shop", "enabled: false"));
        RunningOperator.soon().until(() -> rig.message("shop").contains("not taken by the server yet"));
        String before = rig.published("shop-redis").get("password");
        rig.tell("first", "CONFIG", "SET", "requirepass", "second");

        // Then
        assertThat(before).isEqualTo("first");
        RunningOperator.soon()
                .until(() -> rig.published("shop-redis").get("password").equals("second"));
        running.awaitReady("shop");
        assertThat(running.told("shop")).noneMatch(told -> told.contains(Reason.AUTH_FAILED.wire()));
    }

    @Test
    void aServerThatTakesANewPasswordBeforeTheSecretHasItIsNoOutageInTheStatus() {
        // Given
        running.apply(external("shop", ""));
        running.awaitReady("shop");

        // When
        rig.tell("first", "CONFIG", "SET", "requirepass", "second");
        running.apply(external("shop", "enabled: false"));
        RunningOperator.soon().until(() -> rig.gateway().asked().size() > 1);
        rig.password("second");
        running.apply(external("shop", "enabled: true"));

        // Then
        RunningOperator.soon()
                .until(() -> rig.published("shop-redis").get("password").equals("second"));
        running.awaitReady("shop");
        assertThat(running.told("shop")).noneMatch(told -> told.contains(Reason.AUTH_FAILED.wire()));
    }

    @Test
    void whereTheApplicationFetchesTokensNoPasswordIsPublishedAndTheLoginIsDemanded() {
        // When
        running.apply("""
                apiVersion: cacheward.dev/v1alpha1
                kind: CacheProfile
                metadata: {name: shop}
                spec:
                  ttls: {users: 60s}
                  redis:
                    external:
                      host: 127.0.0.1
                      port: %d
                      username: app
                      auth: Application
                """.formatted(rig.redis.port()));

        // Then
        running.awaitReady("shop");
        assertThat(rig.gateway().asked()).containsExactly("greet");
        assertThat(rig.published("shop-redis"))
                .containsEntry("username", "app")
                .containsEntry("uri", "redis://127.0.0.1:" + rig.redis.port() + "/0")
                .doesNotContainKey("password");
    }

    @Test
    void aSecretThatIsMissingLeavesWhatWasPublished() {
        // Given
        running.apply(external("shop", ""));
        running.awaitReady("shop");

        // When
        rig.deleteSecret();
        running.apply(external("shop", "enabled: false"));

        // Then
        assertThat(running.awaitProfile("shop", ConditionType.READY, Reason.SECRET_NOT_FOUND)
                        .message())
                .contains("spec.redis.external.hostFrom", "there is no Secret \"cloud\"", "stays as it is");
        assertThat(rig.published("shop-redis")).containsEntry("password", "first");
    }

    @Test
    void aPortThatIsNoneIsToldWithTheField() {
        // When
        rig.secret(Map.of("host", "127.0.0.1", "port", "70000", "password", "first"));
        running.apply(external("shop", ""));

        // Then
        assertThat(running.awaitProfile("shop", ConditionType.READY, Reason.INVALID_REFERENCE)
                        .message())
                .contains("spec.redis.external.portFrom", "not a port", "1 to 65535");
    }
}
