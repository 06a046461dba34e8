package dev.cacheward.cluster.contention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cacheward.cluster.rig.AdmissionKeeper;
import dev.cacheward.cluster.rig.RecordedWrites;
import dev.cacheward.cluster.rig.ResourceManifests;
import dev.cacheward.cluster.rig.TestCluster;
import dev.cacheward.cluster.rig.TestNamespace;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Conditions;
import dev.cacheward.status.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the operator writes into objects of others, and into its own resource, when admission changes it in every write. */
class ContestedOfOthersIT {
    /** The policies of three profiles' parts, all at once; the profiles need no server of their own here. */
    private final TestNamespace namespace = new TestNamespace("others");

    private final Instant begin = Instant.now();
    private final List<AdmissionKeeper> keepers = List.of(
            keeper(
                    "merged",
                    "/configmaps",
                    "object.metadata.name == 'app' && has(object.data) && 'RATE_LIMIT_QUERY' in object.data",
                    "[JSONPatch{op: \"add\", path: \"/data/RATE_LIMIT_QUERY\", value: \"7/hour\"}]"),
            keeper(
                    "marked",
                    "apps/deployments",
                    "has(object.spec.template.metadata.annotations)"
                            + " && 'policy.cacheward.dev/marking' in object.spec.template.metadata.annotations",
                    "[JSONPatch{op: \"remove\", path: \"/spec/template/metadata/annotations\"}]"),
            keeper(
                    "unfinalized",
                    "cacheward.dev/ratelimitpolicies",
                    "object.metadata.name == 'unmarked' && has(object.metadata.finalizers)",
                    "[JSONPatch{op: \"remove\", path: \"/metadata/finalizers\"}]"));

    private AdmissionKeeper keeper(String name, String resource, String ours, String patches) {
        return new AdmissionKeeper(namespace.name(), name, resource, ours, patches);
    }

    @AfterEach
    void end() {
        keepers.forEach(AdmissionKeeper::close);
        namespace.close();
    }

    @Test
    void mergedKeysMarksAndTheFinalizerAreWrittenThreeTimesAndThenOnceAMinute() {
        // Given
        AdmissionKeeper.awaitAll(TestCluster.get().client(), namespace.name());
        namespace.apply(ResourceManifests.profile("shop"));
        namespace.create("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: app}\ndata: {mine: '1'}");
        namespace.create("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: other}\ndata: {mine: '1'}");
        namespace.create("""
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: backend}
                spec:
                  replicas: 0
                  selector: {matchLabels: {app: backend}}
                  template:
                    metadata: {labels: {app: backend}}
                    spec: {containers: [{name: main, image: none}]}
                """);

        // When
        namespace.apply(policy("merging", "delivery: [{configMap: {name: app, mode: Merge}}]"));
        namespace.apply(policy("marking", "restart: [{kind: Deployment, name: backend}]"));
        namespace.apply(policy("unmarked", "delivery: [{configMap: {name: other, mode: Merge}}]"));

        // Then
        namespace.awaitPolicy("merging", ConditionType.CONFIG_DELIVERED, "False", Reason.CONTESTED);
        namespace.awaitPolicy("unmarked", ConditionType.CONFIG_DELIVERED, "False", Reason.CONTESTED);
        assertThat(message("merging", ConditionType.CONFIG_DELIVERED))
                .startsWith("ConfigMap \"app\" does not stay as it is written:"
                        + " data.RATE_LIMIT_QUERY is \"7/hour\" instead of \"20/minute\".");
        assertThat(message("unmarked", ConditionType.CONFIG_DELIVERED))
                .startsWith("The finalizer does not stay as it is written:"
                        + " metadata.finalizers[cacheward.dev/merged-keys] is missing and should be \"set\".");
        TestNamespace.patiently()
                .untilAsserted(() -> assertThat(message("marking", ConditionType.READY))
                        .contains("Deployment \"backend\" does not stay as it is written: spec.template.metadata."
                                + "annotations[policy.cacheward.dev/marking] is missing and should be"));
        await().atMost(Duration.ofMinutes(3)).until(() -> Instant.now().isAfter(begin.plus(Duration.ofMinutes(2))));
        assertFew("/configmaps/app");
        assertFew("/deployments/backend");
        assertFew("/ratelimitpolicies/unmarked");
    }

    private void assertFew(String path) {
        int minutes = (int) Duration.between(begin, Instant.now()).toMinutes();
        List<RecordedWrites.Write> written = TestCluster.get().writes().of(namespace.name(), path, begin);
        assertThat(written).as(path).hasSizeBetween(3, 3 + minutes);
    }

    private String message(String policy, ConditionType type) {
        return Conditions.find(namespace.policy(policy).getStatus().conditions(), type)
                .orElseThrow()
                .message();
    }

    private static String policy(String name, String more) {
        return ResourceManifests.policy(name, "shop", "query: 20/minute") + "  " + more + "\n";
    }
}
