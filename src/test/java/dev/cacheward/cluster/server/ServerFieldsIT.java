package dev.cacheward.cluster.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cluster.rig.EditedProfile;
import dev.cacheward.cluster.rig.LiveRedis;
import dev.cacheward.cluster.rig.TestCluster;
import dev.cacheward.cluster.rig.TestNamespace;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Toleration;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Each field of {@code spec.redis.managed} acts on the server that runs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServerFieldsIT {
    private static final String EVERYTHING = """
            {image: "%s", resources: {requests: {cpu: 20m, memory: 64Mi}, limits: {memory: 160Mi}},
             maxMemory: 50%%, evictionPolicy: allkeys-lru, bind: [All],
             auth: {allowedCommands: [SLOWLOG, "CLIENT|NO-EVICT"]}, disabledCommands: [KEYS, CONFIG, DUMP],
             config: {maxmemory-samples: "7", Databases: "4", client-output-buffer-limit: normal 1mb 512kb 60,
                      oom-score-adj-values: 0 100 200, notify-keyspace-events: Ex},
             networkPolicy: {from: [{podSelector: {matchLabels: {app: shop}}}]},
             podTemplate: {labels: {team: shop}, annotations: {example.org/note: "50%% $(POD_IP)"},
               nodeSelector: {kubernetes.io/os: linux}, imagePullPolicy: IfNotPresent,
               priorityClassName: system-cluster-critical, imagePullSecrets: [{name: none}],
               tolerations: [{key: spot, operator: Exists, effect: NoSchedule}],
               affinity: {nodeAffinity: {preferredDuringSchedulingIgnoredDuringExecution:
                 [{weight: 1, preference: {matchExpressions: [{key: zone, operator: Exists}]}}]}},
               topologySpreadConstraints: [{maxSkew: 1, topologyKey: zone, whenUnsatisfiable: ScheduleAnyway,
                 labelSelector: {matchLabels: {team: shop}}}]}}
            """.formatted(TestCluster.REDIS_IMAGE);

    private TestNamespace namespace;
    private EditedProfile profile;

    @BeforeAll
    void everyFieldIsSet() {
        namespace = new TestNamespace("fields");
        profile = new EditedProfile(namespace, "everything");
        profile.applyAndAwaitReady(EVERYTHING);
    }

    @AfterAll
    void delete() {
        namespace.close();
    }

    @Test
    void maxMemoryIsAShareOfTheLimit() {
        assertThat(profile.redis().config("maxmemory")).isEqualTo(String.valueOf(80L << 20));
    }

    @Test
    void theEvictionPolicyIsTheServers() {
        assertThat(profile.redis().config("maxmemory-policy")).isEqualTo("allkeys-lru");
    }

    @Test
    void liveAndRestartAndManyWordParametersReachTheServer() {
        assertThat(profile.redis().config("maxmemory-samples")).isEqualTo("7");
        assertThat(profile.redis().config("databases")).isEqualTo("4");
        assertThat(profile.redis().config("client-output-buffer-limit")).contains("normal 1048576 524288 60");
        assertThat(profile.redis().config("oom-score-adj-values")).isEqualTo("0 100 200");
        assertThat(profile.redis().config("notify-keyspace-events")).isEqualTo("xE");
    }

    @Test
    void allAddressesAreBound() {
        assertThat(profile.redis().config("bind")).isEqualTo("* -::*");
        assertThat(profile.inPod("redis-cli", "-h", "127.0.0.1", "PING")).startsWith("NOAUTH");
    }

    @Test
    void aCommandOffTheListWorksAgainAndOneOnItIsGone() {
        LiveRedis redis = profile.redis();
        assertThat(redis.asApplication("FLUSHDB")).isEqualTo("OK");
        assertThat(redis.asApplication("FLUSHALL")).isEqualTo("OK");
        assertThat(redis.asApplication("DUMP", "x")).asString().startsWith("-ERR unknown command");
        assertThat(redis.asApplication("KEYS", "*")).asString().startsWith("-ERR unknown command");
    }

    @Test
    void allowedCommandsWorkAndTheirSiblingsStayDenied() {
        LiveRedis redis = profile.redis();
        assertThat(redis.asApplication("SLOWLOG", "LEN")).isInstanceOf(Long.class);
        assertThat(redis.asApplication("CLIENT", "NO-EVICT", "off")).isEqualTo("OK");
        assertThat(redis.asApplication("CLIENT", "KILL", "ID", "1")).asString().startsWith("-NOPERM");
    }

    @Test
    void resourcesAreThePodsAsAWhole() {
        Container container = profile.pod().getSpec().getContainers().get(0);
        assertThat(container.getResources().getRequests())
                .isEqualTo(Map.of("cpu", new Quantity("20m"), "memory", new Quantity("64Mi")));
        assertThat(container.getResources().getLimits()).isEqualTo(Map.of("memory", new Quantity("160Mi")));
        assertThat(container.getImage()).isEqualTo(TestCluster.REDIS_IMAGE);
    }

    @Test
    void thePodTemplateIsThePods() {
        PodSpec pod = profile.pod().getSpec();
        assertThat(profile.pod().getMetadata().getLabels())
                .containsEntry("team", "shop")
                .containsEntry("cacheward.dev/profile", "everything");
        assertThat(profile.pod().getMetadata().getAnnotations()).containsEntry("example.org/note", "50% $(POD_IP)");
        assertThat(pod.getNodeSelector()).isEqualTo(Map.of("kubernetes.io/os", "linux"));
        assertThat(pod.getPriorityClassName()).isEqualTo("system-cluster-critical");
        assertThat(pod.getTolerations()).extracting(Toleration::getKey).contains("spot");
        assertThat(pod.getTopologySpreadConstraints()).hasSize(1);
        assertThat(pod.getAffinity().getNodeAffinity().getPreferredDuringSchedulingIgnoredDuringExecution())
                .hasSize(1);
        assertThat(pod.getImagePullSecrets()).hasSize(1);
        assertThat(pod.getContainers().get(0).getImagePullPolicy()).isEqualTo("IfNotPresent");
    }

    @Test
    void theNetworkPolicyLetsInWhoIsNamedAtThePodsPort() {
        NetworkPolicy policy = TestCluster.get()
                .client()
                .network()
                .v1()
                .networkPolicies()
                .inNamespace(namespace.name())
                .withName("everything-redis")
                .get();
        assertThat(policy.getSpec().getPodSelector().getMatchLabels())
                .containsEntry("cacheward.dev/profile", "everything");
        assertThat(policy.getSpec().getPolicyTypes()).isEqualTo(List.of("Ingress"));
        assertThat(policy.getSpec()
                        .getIngress()
                        .get(0)
                        .getPorts()
                        .get(0)
                        .getPort()
                        .getIntVal())
                .isEqualTo(6379);
        assertThat(policy.getSpec()
                        .getIngress()
                        .get(0)
                        .getFrom()
                        .get(0)
                        .getPodSelector()
                        .getMatchLabels())
                .isEqualTo(Map.of("app", "shop"));
    }
}
