package dev.cacheward.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Conditions;
import dev.cacheward.status.Reason;
import dev.cacheward.testbed.EmbeddedApi;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** How a running server gets from one configuration to another, and what is said when it does not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServerMockTest {
    private RunningOperator running;
    private ServerPods pods;

    @BeforeAll
    void start() {
        running = new RunningOperator();
        pods = new ServerPods(running.client);
    }

    @AfterAll
    void stop() {
        running.close();
    }

    @Test
    void aChangeThatTheServerTakesWhileItRunsReplacesNoPod() {
        // Given
        running.apply(profile("told", "{managed: {config: {hz: '10'}}}"));
        running.awaitReady("told");
        String before = pods.uid("told");

        // When
        running.apply(profile("told", "{managed: {config: {hz: '20'}, evictionPolicy: allkeys-lru}}"));
        running.awaitReady("told");

        // Then
        assertThat(pods.uid("told")).isEqualTo(before);
        Map<String, String> template = running.client
                .apps()
                .statefulSets()
                .withName("told-redis")
                .get()
                .getSpec()
                .getTemplate()
                .getMetadata()
                .getAnnotations();
        assertThat(pods.find("told-redis-0").orElseThrow().getMetadata().getAnnotations())
                .containsAllEntriesOf(template);
    }

    @Test
    void aChangeIsTriedOutAndThenReplacesThePodOnce() {
        // Given
        running.apply(profile("rolls", "{managed: {config: {databases: '10'}}}"));
        running.awaitReady("rolls");
        String before = pods.uid("rolls");

        // When
        running.apply(profile("rolls", "{managed: {config: {databases: '20'}}}"));
        running.awaitReady("rolls");

        // Then
        running.awaitTold("CacheProfile", "rolls", Reason.PREFLIGHT);
        assertThat(pods.uid("rolls")).isNotEqualTo(before);
        RunningOperator.soon().until(() -> pods.find("rolls-redis-preflight").isEmpty());
    }

    @Test
    void aValueThatTheServerRefusesNeverReachesTheRunningOne() {
        // Given
        running.apply(profile("refused", "{}"));
        running.awaitReady("refused");
        String before = pods.uid("refused");

        // When
        running.apply(profile("refused", "{managed: {config: {locale-collate: no_WHERE}}}"));

        // Then
        Condition ready = running.awaitProfile("refused", ConditionType.READY, Reason.CONFIG_REFUSED);
        assertThat(ready.message()).contains("locale-collate").contains("serves on");
        running.awaitProfile("refused", ConditionType.STALLED, Reason.CONFIG_REFUSED);
        running.awaitProfile("refused", ConditionType.REDIS_AVAILABLE, Reason.CHECK_PASSED);
        assertThat(pods.uid("refused")).isEqualTo(before);
    }

    @Test
    void anImageThatDoesNotExistLeavesTheRunningServerAlone() {
        // Given
        running.apply(profile("image", "{}"));
        running.awaitReady("image");
        String before = pods.uid("image");

        // When
        running.apply(profile("image", "{managed: {image: does-not-exist:9}}"));

        // Then
        Condition ready = running.awaitProfile("image", ConditionType.READY, Reason.IMAGE_PULL_FAILED);
        assertThat(ready.message()).contains("does-not-exist:9").contains("serves on");
        assertThat(pods.uid("image")).isEqualTo(before);
    }

    @Test
    void aFirstServerThatRefusesItsConfigurationSaysWhyAndStartsWhenItIsCorrected() {
        // Given
        running.apply(profile("first", "{managed: {config: {locale-collate: no_WHERE}}}"));
        Condition ready = running.awaitProfile("first", ConditionType.READY, Reason.CONFIG_REFUSED);
        assertThat(ready.message()).contains("locale-collate");

        // When
        running.apply(profile("first", "{}"));

        // Then
        running.awaitReady("first");
    }

    @Test
    void aKilledServerIsNotReadyAndThenReadyAgainByItself() {
        // Given
        running.apply(profile("killed", "{}"));
        running.awaitReady("killed");

        // When: again where it is back before anybody has looked; the pauses between its starts grow
        RunningOperator.soon()
                .ignoreException(IllegalStateException.class)
                .until(() -> saysCrashLooping("killed") || killed("killed-redis-0"));

        // Then
        running.awaitReady("killed");
    }

    private boolean saysCrashLooping(String profile) {
        return Conditions.find(running.profile(profile).getStatus().conditions(), ConditionType.READY)
                .filter(ready -> ready.reason().equals(Reason.CRASH_LOOPING.wire()))
                .isPresent();
    }

    private boolean killed(String pod) {
        running.kubelet.kill(EmbeddedApi.NAMESPACE, pod);
        return false;
    }

    @Test
    void aFrozenServerIsNotReadyAndReadyAgainWhenItThaws() {
        // Given
        running.apply(profile("frozen", "{}"));
        running.awaitReady("frozen");

        // When
        running.kubelet.freeze(EmbeddedApi.NAMESPACE, "frozen-redis-0");
        running.awaitProfile("frozen", ConditionType.READY, Reason.TIMEOUT);
        running.kubelet.thaw(EmbeddedApi.NAMESPACE, "frozen-redis-0");

        // Then
        running.awaitReady("frozen");
    }

    private static String profile(String name, String redis) {
        return """
                apiVersion: cacheward.dev/v1alpha1
                kind: CacheProfile
                metadata: {name: %s}
                spec:
                  ttls: {users: 60s}
                  redis: %s
                """.formatted(name, redis);
    }
}
