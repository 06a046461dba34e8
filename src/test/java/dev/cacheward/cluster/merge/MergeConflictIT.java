package dev.cacheward.cluster.merge;

import static dev.cacheward.cluster.merge.MergingPolicies.ALWAYS;
import static dev.cacheward.cluster.merge.MergingPolicies.union;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cluster.rig.ResourceVersions;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A key belongs to whoever set it: what is not ours is told, never fought over, and taken up when it becomes free. */
class MergeConflictIT extends MergeScenario {
    /** More than one reconciliation of a conflict, each of which would show a fight. */
    private static final Duration WINDOW = Duration.ofSeconds(40);

    MergeConflictIT() {
        super("keys");
    }

    @Test
    void aKeyOfAnotherManagerIsNamedWithItAndHealsWhenItIsGivenUp() {
        // Given
        tools.kubectlWithFile(app("RATE_LIMIT_QUERY: 1/minute"), "apply", "--server-side", "-f");

        // When
        merged.merge("shop", "query: 20/minute, upload: 5/hour");

        // Then
        assertThat(merged.awaitNotDelivered("shop", Reason.KEY_CONFLICT))
                .contains("ConfigMap \"app\"", "RATE_LIMIT_QUERY (\"kubectl\"; ours is \"20/minute\")");
        namespace.awaitPolicy("shop", ConditionType.STALLED, "True", Reason.KEY_CONFLICT);
        Map<String, String> rest = union(Map.of("RATE_LIMIT_UPLOAD", "5/hour"), ALWAYS);
        assertThat(merged.data("app")).isEqualTo(union(Map.of("RATE_LIMIT_QUERY", "1/minute"), rest));
        ResourceVersions.assertQuiet(namespace, WINDOW);

        // When
        tools.kubectlWithFile(app(""), "apply", "--server-side", "-f");

        // Then
        merged.awaitDelivered("shop");
        assertThat(merged.data("app")).isEqualTo(union(Map.of("RATE_LIMIT_QUERY", "20/minute"), rest));
    }

    @Test
    void aKeyOfOursThatAHandEditsIsTheHandsUntilItIsDeleted() {
        // Given
        tools.kubectl("create", "configmap", "app");
        merged.merge("shop", "query: 20/minute");
        merged.awaitDelivered("shop");

        // When
        tools.kubectlEdit("configmap/app", "s/20.minute/slow/");

        // Then
        assertThat(merged.awaitNotDelivered("shop", Reason.KEY_CONFLICT))
                .contains("RATE_LIMIT_QUERY (\"kubectl-edit\"; ours is \"20/minute\")");
        assertThat(merged.data("app")).containsEntry("RATE_LIMIT_QUERY", "slow");

        // When
        tools.kubectl("patch", "configmap", "app", "--type=json", "-p", """
                [{"op": "remove", "path": "/data/RATE_LIMIT_QUERY"}]""");

        // Then
        merged.awaitDelivered("shop");
        assertThat(merged.data("app")).containsEntry("RATE_LIMIT_QUERY", "20/minute");
    }

    @Test
    void theLaterOfTwoThatWantOneKeyIsTheOneInConflictUntilTheOtherGoes() {
        // Given
        tools.kubectl("create", "configmap", "app");
        merged.merge("first", "query: 20/minute");
        merged.awaitDelivered("first");

        // When
        merged.merge("later", "query: 30/minute");

        // Then
        assertThat(merged.awaitNotDelivered("later", Reason.KEY_CONFLICT))
                .contains("RATE_LIMIT_QUERY (\"cacheward-policy-first\"; ours is \"30/minute\")");
        assertThat(merged.data("app")).containsEntry("RATE_LIMIT_QUERY", "20/minute");
        ResourceVersions.assertQuiet(namespace, WINDOW);
        merged.awaitDelivered("first");

        // When
        merged.delete("first");

        // Then
        merged.awaitDelivered("later");
        assertThat(merged.data("app")).isEqualTo(union(Map.of("RATE_LIMIT_QUERY", "30/minute"), ALWAYS));
    }

    @Test
    void aKeyThatSomebodyElseWantsWithTheSameValueStaysForThem() {
        // Given
        tools.kubectlWithFile(app("RATE_LIMIT_QUERY: 20/minute"), "apply", "--server-side", "-f");
        merged.merge("shop", "query: 20/minute");
        merged.awaitDelivered("shop");

        // When
        merged.delete("shop");

        // Then
        assertThat(merged.data("app")).isEqualTo(Map.of("RATE_LIMIT_QUERY", "20/minute"));
    }

    @Test
    void aKeyOfBinaryDataIsAConflictToo() {
        // Given
        namespace.create(
                "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: app}\nbinaryData: {RATE_LIMIT_QUERY: AAEC}");

        // When
        merged.merge("shop", "query: 20/minute");

        // Then
        assertThat(merged.awaitNotDelivered("shop", Reason.KEY_CONFLICT))
                .contains("RATE_LIMIT_QUERY (the map's binaryData; ours is \"20/minute\")");
        assertThat(merged.data("app")).isEqualTo(ALWAYS);
    }

    private static String app(String data) {
        return "{apiVersion: v1, kind: ConfigMap, metadata: {name: app}, data: {" + data + "}}";
    }
}
