package dev.cacheward.cluster.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.cluster.rig.ResourceManifests;
import dev.cacheward.cluster.rig.TestNamespace;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A policy follows its profile, and delivers its limits whatever becomes of the profile. */
class PolicyIT {
    private static final Map<String, String> LIMITS =
            Map.of("RATE_LIMIT_ENABLED", "true", "RATE_LIMIT_MODE", "Enforce", "RATE_LIMIT_QUERY", "20/minute");

    private TestNamespace namespace;

    @BeforeEach
    void create() {
        namespace = new TestNamespace("policy");
        namespace.apply(ResourceManifests.policy("limits", "shop", "query: 20/minute"));
    }

    @AfterEach
    void delete() {
        namespace.close();
    }

    @Test
    void aPolicyBeforeItsProfileDeliversAndWaits() {
        // When
        namespace.awaitPolicy("limits", ConditionType.READY, "False", Reason.PROFILE_NOT_FOUND);

        // Then
        assertThat(namespace.configMap("limits-limits").getData()).isEqualTo(LIMITS);
        namespace.awaitPolicy("limits", ConditionType.CONFIG_DELIVERED, "True", Reason.DELIVERED);
        namespace.awaitPolicy("limits", ConditionType.PROFILE_RESOLVED, "False", Reason.PROFILE_NOT_FOUND);
    }

    @Test
    void aPolicyBecomesReadyByItselfWhenItsProfileDoes() {
        // Given
        namespace.awaitPolicy("limits", ConditionType.READY, "False", Reason.PROFILE_NOT_FOUND);

        // When
        namespace.apply(ResourceManifests.profile("shop"));

        // Then
        namespace.awaitPolicy("limits", ConditionType.READY, "True", Reason.READY);
        namespace.awaitPolicy("limits", ConditionType.EVICTION_SAFE, "False", Reason.COUNTERS_MAY_BE_EVICTED);
    }

    @Test
    void aDeletedProfileLeavesTheLimitsAndItsReturnIsFollowed() {
        // Given
        namespace.apply(ResourceManifests.managed("shop", "evictionPolicy: noeviction"));
        namespace.awaitPolicy("limits", ConditionType.READY, "True", Reason.READY);
        namespace.awaitPolicy("limits", ConditionType.EVICTION_SAFE, "True", Reason.NEVER_EVICTS);
        ConfigMap before = namespace.configMap("limits-limits");

        // When
        namespace.resource(CacheProfile.class, "shop").delete();

        // Then
        namespace.awaitPolicy("limits", ConditionType.READY, "False", Reason.PROFILE_NOT_FOUND);
        TestNamespace.patiently().until(() -> namespace.redisPod("shop").isEmpty());
        assertThat(namespace.configMap("limits-limits")).isEqualTo(before);
        namespace.apply(ResourceManifests.managed("shop", "evictionPolicy: noeviction"));
        namespace.awaitPolicy("limits", ConditionType.READY, "True", Reason.READY);
    }

    @Test
    void aProfileThatIsNotReadyIsTold() {
        // When
        namespace.apply(ResourceManifests.managed("shop", "image: localhost/there-is-none:1"));

        // Then
        namespace.awaitPolicy("limits", ConditionType.READY, "False", Reason.PROFILE_NOT_READY);
        assertThat(namespace.configMap("limits-limits").getData()).isEqualTo(LIMITS);
    }
}
