package dev.cacheward.cluster.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.cluster.rig.ResourceManifests;
import dev.cacheward.cluster.rig.TestNamespace;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Profiles merge as policies do, and into the same map. */
class MergeProfilesIT {
    private TestNamespace namespace;
    private MergingPolicies merged;

    @BeforeEach
    void create() {
        namespace = new TestNamespace("ttls");
        merged = new MergingPolicies(namespace);
        namespace.create("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: app}\ndata: {LOG: info}\n");
    }

    @AfterEach
    void delete() {
        namespace.close();
    }

    @Test
    void theLaterOfTwoProfilesHasTheConflictUntilTheOtherGoes() {
        // Given
        merge("first", "users: 60s");
        awaitDelivered("first");

        // When
        merge("later", "users: 5m, carts: 1h");

        // Then
        namespace.awaitProfile("later", ConditionType.CONFIG_DELIVERED, "False", Reason.KEY_CONFLICT);
        assertThat(namespace.message("later", ConditionType.CONFIG_DELIVERED))
                .contains("CACHE_TTL_USERS (\"cacheward-profile-first\"; ours is \"300\")");
        assertThat(merged.data("app")).containsEntry("CACHE_TTL_USERS", "60").containsEntry("CACHE_TTL_CARTS", "3600");

        // When
        namespace.resource(CacheProfile.class, "first").delete();

        // Then
        awaitDelivered("later");
        assertThat(merged.data("app"))
                .containsEntry("LOG", "info")
                .containsEntry("CACHE_ENABLED", "true")
                .containsEntry("CACHE_TTL_USERS", "300");
    }

    @Test
    void aProfileAndAPolicyShareAMapAndEachTakesItsOwnKeysAlong() {
        // Given
        merge("shop", "users: 60s");
        merged.merge("shop", "query: 20/minute");
        awaitDelivered("shop");
        merged.awaitDelivered("shop");

        // When
        merged.delete("shop");

        // Then
        assertThat(merged.data("app")).containsOnlyKeys("LOG", "CACHE_ENABLED", "CACHE_TTL_USERS");
        namespace.resource(CacheProfile.class, "shop").delete();
        TestNamespace.patiently().until(() -> namespace.profile("shop") == null);
        assertThat(merged.data("app")).containsOnlyKeys("LOG");
    }

    private void merge(String profile, String ttls) {
        namespace.apply(
                ResourceManifests.profile(profile, ttls, "", "delivery: [{configMap: {name: app, mode: Merge}}]"));
    }

    private void awaitDelivered(String profile) {
        namespace.awaitProfile(profile, ConditionType.CONFIG_DELIVERED, "True", Reason.DELIVERED);
    }
}
