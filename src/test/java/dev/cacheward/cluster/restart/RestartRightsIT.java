package dev.cacheward.cluster.restart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.RestartTarget;
import dev.cacheward.api.v1alpha1.WorkloadKind;
import dev.cacheward.cluster.rig.ResourceManifests;
import dev.cacheward.cluster.rig.TestNamespace;
import dev.cacheward.delivery.RestartPlan;
import dev.cacheward.drift.Tries;
import dev.cacheward.restart.RestartResult;
import dev.cacheward.restart.Restarts;
import dev.cacheward.testbed.SettableClock;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** To restart a workload takes the rights to get and to patch it, and none else. */
class RestartRightsIT {
    private static final String USER = "cacheward-restarts-test";

    private TestNamespace namespace;
    private KubernetesClient limited;
    private PodlessWorkload workload;
    private CacheProfile owner;

    @BeforeEach
    void create() {
        namespace = new TestNamespace("rights");
        limited = impersonating();
        workload = new PodlessWorkload(namespace, WorkloadKind.DEPLOYMENT, "backend");
        namespace.apply(workload.yaml("localhost/none:1"));
        namespace.apply(ResourceManifests.profile("shop")
                .replace("{name: shop}", "{name: shop, annotations: {cacheward.dev/paused: \"true\"}}"));
        owner = namespace.profile("shop");
    }

    @AfterEach
    void delete() {
        limited.close();
        namespace.close();
    }

    @Test
    void getAndPatchAreEnough() {
        // Given
        grant("get, patch");

        // When
        RestartResult look = restart();

        // Then
        assertThat(look.warnings().texts()).isEmpty();
        assertThat(workload.annotation("profile.cacheward.dev/shop")).contains("one");
    }

    @Test
    void withoutTheRightToReadItIsAWarningInTheServersWords() {
        // When
        RestartResult look = restart();

        // Then
        assertThat(look.warnings().texts())
                .singleElement()
                .asString()
                .contains("Deployment \"backend\"", USER, "cannot get resource \"deployments\"")
                .doesNotContain("http");
        assertThat(look.again()).contains(Duration.ofMinutes(1));
    }

    @Test
    void withoutTheRightToPatchItIsAWarningInTheServersWords() {
        // Given
        grant("get");

        // When
        RestartResult look = restart();

        // Then
        assertThat(look.warnings().texts())
                .singleElement()
                .asString()
                .contains("Deployment \"backend\"", "cannot patch resource \"deployments\"");
        assertThat(workload.annotation("profile.cacheward.dev/shop")).isEmpty();
    }

    /** A first reconciliation, and one five seconds later. */
    private RestartResult restart() {
        RestartPlan plan = new RestartPlan(
                List.of(new RestartTarget(WorkloadKind.DEPLOYMENT, "backend")),
                "one",
                Optional.empty(),
                false,
                true,
                false);
        SettableClock clock = new SettableClock();
        Restarts restarts = new Restarts(limited, clock, new Tries(clock));
        restarts.apply(owner, plan, clock.instant());
        clock.pass(Duration.ofSeconds(5));
        return restarts.apply(owner, plan, clock.instant());
    }

    private void grant(String verbs) {
        namespace.apply("""
                apiVersion: rbac.authorization.k8s.io/v1
                kind: Role
                metadata: {name: restarts}
                rules: [{apiGroups: [apps], resources: [deployments], verbs: [%s]}]
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: RoleBinding
                metadata: {name: restarts}
                roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: restarts}
                subjects: [{apiGroup: rbac.authorization.k8s.io, kind: User, name: %s}]
                """.formatted(verbs, USER));
        String probe = verbs.contains("patch") ? "patch" : "get";
        TestNamespace.patiently().until(() -> mayNow(probe));
    }

    /** The API server learns of a new role a moment after it was made. */
    private boolean mayNow(String verb) {
        SelfSubjectAccessReview review = new SelfSubjectAccessReviewBuilder()
                .withNewSpec()
                .withNewResourceAttributes()
                .withNamespace(namespace.name())
                .withGroup("apps")
                .withResource("deployments")
                .withVerb(verb)
                .endResourceAttributes()
                .endSpec()
                .build();
        return limited.resource(review).create().getStatus().getAllowed();
    }

    private static KubernetesClient impersonating() {
        Config config = new ConfigBuilder(Config.autoConfigure(null))
                .withImpersonateUsername(USER)
                .build();
        return new KubernetesClientBuilder().withConfig(config).build();
    }
}
