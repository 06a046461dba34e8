package dev.cacheward.cluster.install;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.RedisStatus;
import dev.cacheward.cluster.rig.TestCluster;
import dev.cacheward.cluster.rig.TestNamespace;
import dev.cacheward.kubernetes.Labels;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The operator as it is installed, with a Redis in the profile's namespace that somebody else runs. */
class ForeignRedisIT extends InstallFixture {
    private HelmRelease release;
    private TestNamespace namespace;

    @BeforeEach
    void install() {
        release = new HelmRelease(client);
        namespace = new TestNamespace("foreign", client);
        release.install(image);
        namespace.awaitServiceAccount();
        namespace.apply(foreignRedis());
    }

    @AfterEach
    void uninstall() {
        namespace.close();
        release.close();
    }

    @Test
    void aServiceOfTheNamespaceIsReachedByItsShortName() {
        // When
        namespace.apply(profile("external: {host: cloud, passwordFrom: {name: cloud, key: password}}"));
        namespace.apply(policy());

        // Then
        RedisStatus redis = namespace.awaitReady("shop").getStatus().redis();
        namespace.awaitPolicy("shop", ConditionType.READY, "True", Reason.READY);
        assertThat(redis.endpoint()).isEqualTo("cloud:6379");
        assertThat(redis.capabilities()).containsExactly("TTL", "EVAL", "PUBLISH", "INFO");
        assertThat(namespace.secret("shop-redis-env", "REDIS_URL")).isEqualTo("redis://:of-somebody-else@cloud:6379/0");
        assertThat(namespace.list(StatefulSet.class)).isEmpty();
        assertThat(release.log()).doesNotContain("is forbidden");
    }

    @Test
    void aRedisInAnotherNamespaceIsTheAdministratorsToAllow() {
        try (TestNamespace other = new TestNamespace("elsewhere", client)) {
            // When
            other.apply(profile("external: {host: cloud." + namespace.name()
                    + ".svc.cluster.local, passwordFrom: {name: cloud, key: password}}"));
            other.apply(secret());

            // Then
            other.awaitProfile("shop", ConditionType.READY, "False", Reason.HOST_NOT_ALLOWED);
            assertThat(other.message("shop", ConditionType.READY)).contains("private address", "external.allowedHosts");
        }
    }

    @Test
    void aProfileMovesThereAndBackByOneEditEach() {
        // Given
        namespace.apply(profile("managed: {}"));
        namespace.awaitReady("shop");

        // When
        namespace.apply(profile("external: {host: cloud, passwordFrom: {name: cloud, key: password}}"));
        TestNamespace.patiently()
                .until(() -> namespace.secret("shop-redis", "host").equals("cloud"));
        boolean stayed = namespace.resource(StatefulSet.class, "shop-redis").get() != null;
        TestNamespace.patiently().until(this::isGone);
        namespace.apply(profile("managed: {}"));

        // Then
        TestNamespace.patiently()
                .until(() -> namespace.secret("shop-redis", "host").startsWith("shop-redis."));
        namespace.awaitReady("shop");
        assertThat(stayed).isTrue();
        assertThat(release.log()).doesNotContain("is forbidden");
    }

    /** Nothing of the managed server is left but what applications read. */
    private boolean isGone() {
        publishedElevenMinutesAgo();
        return namespace.resource(StatefulSet.class, "shop-redis").get() == null
                && namespace.resource(Service.class, "shop-redis").get() == null
                && namespace.resource(Service.class, "shop-redis-pods").get() == null
                && namespace.resource(ServiceAccount.class, "shop-redis").get() == null
                && namespace.resource(Secret.class, "shop-redis-server").get() == null
                && namespace.resource(Pod.class, "shop-redis-0").get() == null;
    }

    private void publishedElevenMinutesAgo() {
        namespace.resource(Secret.class, "shop-redis").edit(secret -> {
            secret.getMetadata()
                    .getAnnotations()
                    .put(
                            Labels.PUBLISHED,
                            Instant.now().minus(Duration.ofMinutes(11)).toString());
            return secret;
        });
    }

    private static String profile(String redis) {
        return """
                apiVersion: cacheward.dev/v1alpha1
                kind: CacheProfile
                metadata: {name: shop}
                spec:
                  ttls: {users: 5m}
                  redis: {%s}
                """.formatted(redis);
    }

    private static String policy() {
        return """
                apiVersion: cacheward.dev/v1alpha1
                kind: RateLimitPolicy
                metadata: {name: shop}
                spec:
                  profileRef: {name: shop}
                  limits: {query: 20/minute}
                """;
    }

    private static String secret() {
        return """
                apiVersion: v1
                kind: Secret
                metadata: {name: cloud}
                stringData: {password: of-somebody-else}
                """;
    }

    private static String foreignRedis() {
        return secret() + """
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: cloud}
                spec:
                  selector: {app: cloud}
                  ports: [{port: 6379}]
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: cloud, labels: {app: cloud}}
                spec:
                  securityContext: {runAsNonRoot: true, runAsUser: 999, seccompProfile: {type: RuntimeDefault}}
                  containers:
                  - name: redis
                    securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
                    image: %s
                    command: [redis-server, --requirepass, of-somebody-else, --save, "", --bind, "*"]
                """.formatted(TestCluster.REDIS_IMAGE);
    }
}
