package dev.cacheward.cluster.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cacheward.cluster.rig.EditedProfile;
import dev.cacheward.cluster.rig.LiveRedis;
import dev.cacheward.cluster.rig.RecordedPods;
import dev.cacheward.cluster.rig.TestCluster;
import dev.cacheward.cluster.rig.TestNamespace;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What an edit of a profile does to the pod: what needs a restart replaces it once, nothing else does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServerEditsIT {
    private TestNamespace namespace;

    @BeforeAll
    void open() {
        namespace = new TestNamespace("edits");
    }

    @AfterAll
    void delete() {
        namespace.close();
    }

    @Test
    void anEditOfManyFieldsReplacesThePodOnce() {
        // Given
        EditedProfile profile = new EditedProfile(namespace, "many");
        profile.applyAndAwaitReady("{}");
        assertThat(profile.redis().config("maxmemory")).isEqualTo(String.valueOf(192L << 20));

        try (RecordedPods pods = profile.watchPods()) {
            // When
            profile.applyAndAwaitReady("{maxMemory: 100Mi, evictionPolicy: noeviction, bind: [PodIP],"
                    + " disabledCommands: [], config: {maxmemory-samples: '8'}, podTemplate: {labels: {a: b}}}");

            // Then
            assertThat(pods.until(profile.podUid())).hasSize(2);
        }
        LiveRedis redis = profile.redis();
        assertThat(redis.config("maxmemory")).isEqualTo(String.valueOf(100L << 20));
        assertThat(redis.config("maxmemory-policy")).isEqualTo("noeviction");
        assertThat(redis.config("maxmemory-samples")).isEqualTo("8");
        assertThat(redis.config("bind")).isEqualTo(redis.address().host());
        assertThat(profile.inPod("redis-cli", "-h", "127.0.0.1", "PING")).contains("refused");
        assertThat(redis.asApplication("KEYS", "no-such:*")).isEqualTo(List.of());
        assertThat(redis.asApplication("CONFIG", "GET", "hz")).isEqualTo(List.of("hz", "10"));
    }

    @Test
    void anEditedTtlOrNetworkPolicyLeavesThePodAlone() {
        // Given
        EditedProfile profile = new EditedProfile(namespace, "calm");
        profile.applyAndAwaitReady("{networkPolicy: {from: []}}");
        assertThat(hasPolicy("calm-redis")).isTrue();

        try (RecordedPods pods = profile.watchPods();
                SteadyClient application = new SteadyClient(profile.redis())) {
            // When
            profile.apply("{}", "90s");
            TestNamespace.patiently()
                    .until(() -> "90"
                                    .equals(namespace
                                            .configMap("calm-cache")
                                            .getData()
                                            .get("CACHE_TTL_PAGE"))
                            && !hasPolicy("calm-redis"));
            profile.awaitReady();

            // Then
            assertThat(pods.until(profile.podUid())).containsExactly(profile.podUid());
            application.assertServed();
        }
    }

    @Test
    void aFieldThatIsTakenAwayGoesBackToItsDefault() {
        // Given
        EditedProfile profile = new EditedProfile(namespace, "back");
        profile.applyAndAwaitReady("{config: {hz: '33'}, podTemplate: {nodeSelector: {kubernetes.io/os: linux}}}");
        assertThat(profile.redis().config("hz")).isEqualTo("33");

        // When
        profile.applyAndAwaitReady("{}");

        // Then
        assertThat(profile.redis().config("hz")).isEqualTo("10");
        assertThat(Optional.ofNullable(profile.pod().getSpec().getNodeSelector())
                        .filter(selector -> !selector.isEmpty()))
                .isEmpty();
    }

    @Test
    void badFieldsAreRefusedByTheApiServerOrSaidInTheStatus() {
        // Given
        EditedProfile profile = new EditedProfile(namespace, "bad");
        profile.applyAndAwaitReady("{}");
        String pod = profile.podUid();

        // When
        profile.apply("{config: {Include: /etc/passwd}}");
        String included = profile.awaitNotReady(Reason.INVALID_SPEC);
        profile.apply("{config: {hz: abc}}");
        String hertz = profile.awaitNotReady(Reason.INVALID_SPEC);

        // Then
        assertThat(included).contains("spec.redis.managed.config.Include").contains("cannot be set here");
        assertThat(hertz).contains("spec.redis.managed.config.hz").contains("\"abc\"");
        assertThatThrownBy(() -> profile.apply("{maxMemory: 1Gi}"))
                .isInstanceOf(KubernetesClientException.class)
                .hasMessageContaining("1Gi");
        assertThatThrownBy(() -> profile.apply("{disabledCommands: [PING]}"))
                .isInstanceOf(KubernetesClientException.class)
                .hasMessageContaining("PING");
        assertThat(profile.podUid()).isEqualTo(pod);
    }

    private boolean hasPolicy(String name) {
        return TestCluster.get()
                        .client()
                        .network()
                        .v1()
                        .networkPolicies()
                        .inNamespace(namespace.name())
                        .withName(name)
                        .get()
                != null;
    }
}
