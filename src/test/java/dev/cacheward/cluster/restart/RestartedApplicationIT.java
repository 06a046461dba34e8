package dev.cacheward.cluster.restart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cluster.rig.ResourceManifests;
import dev.cacheward.cluster.rig.TestCluster;
import dev.cacheward.cluster.rig.TestNamespace;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.dsl.ExecWatch;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What it is all for: an application that reads its environment at its start has the new TTL and the new limit by itself. */
class RestartedApplicationIT {
    private static final Logger LOG = LoggerFactory.getLogger(RestartedApplicationIT.class);

    private static final String APPLICATION = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: backend}
            spec:
              selector: {matchLabels: {app: backend}}
              template:
                metadata: {labels: {app: backend}}
                spec:
                  terminationGracePeriodSeconds: 0
                  securityContext: {runAsNonRoot: true, runAsUser: 999, seccompProfile: {type: RuntimeDefault}}
                  containers:
                  - name: main
                    image: %s
                    imagePullPolicy: IfNotPresent
                    command: [sleep, infinity]
                    resources: {requests: {cpu: 1m, memory: 8Mi}}
                    securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
                    envFrom:
                    - configMapRef: {name: shop-cache}
                    - configMapRef: {name: shop-limits}
            """.formatted(TestCluster.REDIS_IMAGE);

    private static final String RESTART = "  restart: [{kind: Deployment, name: backend}]\n";

    private TestNamespace namespace;

    @BeforeEach
    void create() {
        namespace = new TestNamespace("restarted");
    }

    @AfterEach
    void delete() {
        namespace.close();
    }

    @Test
    void anEditedTtlAndAnEditedLimitAreInTheApplicationsEnvironment() {
        // Given
        apply("60s", "20/minute");
        namespace.apply(APPLICATION);
        awaitFirstRestarts();
        Instant edited = Instant.now();

        // When
        apply("5m", "30/minute");

        // Then
        awaitEnvironment("CACHE_TTL_USERS=300", "RATE_LIMIT_QUERY=30/minute");
        LOG.info(
                "ms from the edit of both to pods with the new environment alone: {}",
                Duration.between(edited, Instant.now()).toMillis());
    }

    /** Named for the first time, the application is restarted once by each of the two. */
    private void awaitFirstRestarts() {
        TestNamespace.patiently()
                .untilAsserted(() -> assertThat(onlyPod().getMetadata().getAnnotations())
                        .containsKeys("profile.cacheward.dev/shop", "policy.cacheward.dev/shop"));
        awaitEnvironment("CACHE_TTL_USERS=60", "RATE_LIMIT_QUERY=20/minute");
    }

    private void apply(String ttl, String limit) {
        namespace.apply(ResourceManifests.profile("shop", "users: " + ttl) + RESTART);
        namespace.apply(ResourceManifests.policy("shop", "shop", "query: " + limit) + RESTART);
    }

    /** Waits until there is one pod, and its environment has these variables. */
    private void awaitEnvironment(String... variables) {
        TestNamespace.patiently()
                .untilAsserted(() -> assertThat(environment(onlyPod()).lines()).contains(variables));
    }

    private Pod onlyPod() {
        List<Pod> pods = TestCluster.get()
                .client()
                .pods()
                .inNamespace(namespace.name())
                .withLabel("app", "backend")
                .list()
                .getItems();
        assertThat(pods).hasSize(1);
        return pods.get(0);
    }

    private static String environment(Pod pod) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ExecWatch run = TestCluster.get()
                .client()
                .pods()
                .inNamespace(pod.getMetadata().getNamespace())
                .withName(pod.getMetadata().getName())
                .writingOutput(out)
                .exec("env")) {
            run.exitCode().get(20, TimeUnit.SECONDS);
            return out.toString(StandardCharsets.UTF_8);
        }
    }
}
