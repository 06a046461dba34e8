package dev.cacheward.cluster.contention;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.cluster.rig.ResourceManifests;
import dev.cacheward.cluster.rig.TestNamespace;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;

/** Troubles with what a profile named shop delivers, while its server is well. None of them costs a write. */
final class DeliveryStates {
    private static final AutoCloseable NOTHING = () -> {};

    private DeliveryStates() {}

    static Stream<StandingState> all() {
        return Stream.of(
                conflict(),
                warned("endless", "users: 60s, catalog: Never", "", "never expires"),
                warned("workload", "users: 60s", "restart: [{kind: Deployment, name: none}]", "does not exist"));
    }

    /** Another owner has a key with another value. */
    private static StandingState conflict() {
        return new StandingState(
                "conflict",
                0,
                namespace -> {
                    namespace.apply(
                            "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: app}\ndata: {CACHE_TTL_USERS: theirs}\n");
                    namespace.apply(ResourceManifests.profile(
                            "shop", "users: 60s", "", "delivery: [{configMap: {name: app, mode: Merge}}]"));
                    return () -> delete(namespace);
                },
                namespace -> namespace.awaitProfile("shop", ConditionType.READY, "False", Reason.KEY_CONFLICT));
    }

    /** Before its namespace, while the operator runs that takes off its finalizer. */
    private static void delete(TestNamespace namespace) {
        namespace.resource(CacheProfile.class, "shop").delete();
        TestNamespace.patiently().until(() -> namespace.profile("shop") == null);
    }

    private static StandingState warned(String name, String ttls, String spec, String words) {
        return new StandingState(
                name,
                0,
                namespace -> {
                    namespace.apply(ResourceManifests.profile("shop", ttls, "", spec));
                    return NOTHING;
                },
                namespace -> {
                    namespace.awaitReady("shop");
                    TestNamespace.patiently()
                            .untilAsserted(() -> Assertions.assertThat(namespace.message("shop", ConditionType.READY))
                                    .contains(words));
                });
    }
}
