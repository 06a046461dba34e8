package dev.cacheward.cluster.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.cluster.rig.CommandLineTool;
import dev.cacheward.cluster.rig.ResourceManifests;
import dev.cacheward.cluster.rig.ResourceVersions;
import dev.cacheward.cluster.rig.TestNamespace;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Conditions;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person stops the operator for one resource, by kubectl, and lets it go on. */
class PausedIT {
    /** Longer than the operator's interval between two reconciliations. */
    private static final Duration QUIET = Duration.ofSeconds(15);

    private TestNamespace namespace;
    private CommandLineTool kubectl;

    @BeforeEach
    void create() {
        namespace = new TestNamespace("brake");
        kubectl = CommandLineTool.onPath("kubectl", namespace);
    }

    @AfterEach
    void delete() {
        namespace.close();
    }

    @Test
    void aPausedProfileIsLeftAsItIsAndGoesOnWhenTheAnnotationIsRemoved() {
        // Given
        namespace.apply(ResourceManifests.profile("shop"));
        namespace.awaitReady("shop");
        kubectl.run("annotate", "cacheprofile/shop", "cacheward.dev/paused=true");
        awaitPaused("shop");
        String status = ready("shop").status();

        // When
        namespace.apply(ResourceManifests.profile("shop", "users: 5m"));
        kubectl.run("delete", "service", "shop-redis");

        // Then
        await().during(QUIET).atMost(QUIET.plusMinutes(2)).untilAsserted(() -> {
            assertThat(namespace.configMap("shop-cache").getData()).containsEntry("CACHE_TTL_USERS", "60");
            assertThat(kubectl.run("get", "services", "--output", "name")).doesNotContain("service/shop-redis\n");
        });
        assertThat(ready("shop").status()).isEqualTo(status).isNotEqualTo("Unknown");
        assertThat(ready("shop").observedGeneration()).isEqualTo(1);
        assertThat(namespace.profile("shop").getStatus().observedGeneration()).isEqualTo(2);
        kubectl.run("annotate", "cacheprofile/shop", "cacheward.dev/paused-");
        namespace.awaitReady("shop");
        assertThat(namespace.configMap("shop-cache").getData()).containsEntry("CACHE_TTL_USERS", "300");
        assertThat(kubectl.run("get", "services", "--output", "name")).contains("service/shop-redis\n");
    }

    @Test
    void whatIsPausedFromTheBeginningIsNotMadeAndCanBeDeleted() {
        // When
        namespace.apply(ResourceManifests.profile("shop")
                .replace("{name: shop}", "{name: shop, annotations: {cacheward.dev/paused: \"true\"}}"));
        awaitPaused("shop");

        // Then
        assertThat(ready("shop").status()).isEqualTo("Unknown");
        assertThat(ResourceVersions.of(namespace)).containsOnlyKeys("CacheProfile/shop");
        namespace.resource(CacheProfile.class, "shop").delete();
        TestNamespace.patiently().until(() -> namespace.profile("shop") == null);
    }

    private void awaitPaused(String profile) {
        TestNamespace.patiently()
                .untilAsserted(() -> assertThat(ready(profile).reason()).isEqualTo("Paused"));
    }

    private Condition ready(String profile) {
        return Conditions.find(namespace.profile(profile).getStatus().conditions(), ConditionType.READY)
                .orElseThrow();
    }
}
