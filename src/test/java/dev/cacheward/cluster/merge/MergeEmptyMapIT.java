package dev.cacheward.cluster.merge;

import static dev.cacheward.cluster.merge.MergingPolicies.ALWAYS;
import static dev.cacheward.cluster.merge.MergingPolicies.union;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * That a map has no key can be somebody's own, too: the API server then refuses every key of ours for the sake of an empty
 * {@code data}. Nobody means that.
 */
class MergeEmptyMapIT extends MergeScenario {
    private static final Map<String, String> OURS = union(Map.of("RATE_LIMIT_QUERY", "20/minute"), ALWAYS);

    MergeEmptyMapIT() {
        super("empty");
    }

    @Test
    void keysGetIntoAMapThatWasAppliedEmptyAndItsOwnerMayFillItLater() {
        // Given
        applyTheirs("");

        // When
        merged.merge("shop", "query: 20/minute");

        // Then
        merged.awaitDelivered("shop");
        assertThat(merged.data("app")).isEqualTo(OURS);

        // When
        applyTheirs("");
        applyTheirs("LOG: info");
        merged.merge("shop", "query: 30/minute");

        // Then
        merged.awaitData("app", union(Map.of("LOG", "info", "RATE_LIMIT_QUERY", "30/minute"), ALWAYS));
        merged.awaitDelivered("shop");
        merged.delete("shop");
        assertThat(merged.data("app")).isEqualTo(Map.of("LOG", "info"));
    }

    @Test
    void whatGoesLeavesAnEmptyMapIntoWhichTheNextOneCanMerge() {
        // Given
        applyTheirs("");
        merged.merge("first", "query: 20/minute");
        merged.awaitDelivered("first");
        applyTheirs("");

        // When
        merged.delete("first");

        // Then
        assertThat(merged.data("app")).isEmpty();
        merged.merge("next", "query: 20/minute");
        merged.awaitDelivered("next");
        assertThat(merged.data("app")).isEqualTo(OURS);
    }

    /** Its creator owns {@code data} from then on, with nothing in it. */
    @Test
    void keysGetIntoAMapThatLostAllKeysOfItsCreator() {
        // Given
        tools.kubectl("create", "configmap", "app", "--from-literal=LOG=info");
        merged.merge("first", "query: 20/minute");
        merged.awaitDelivered("first");
        tools.kubectl("patch", "configmap", "app", "--type=json", "-p", """
                [{"op": "remove", "path": "/data/LOG"}]""");
        merged.delete("first");
        assertThat(merged.data("app")).isEmpty();

        // When
        merged.merge("next", "query: 20/minute");

        // Then
        merged.awaitDelivered("next");
        tools.kubectl("patch", "configmap", "app", "-p", "{\"data\": {\"LOG\": \"debug\"}}");
        assertThat(merged.data("app")).isEqualTo(union(Map.of("LOG", "debug"), OURS));
        merged.delete("next");
        assertThat(merged.data("app")).isEqualTo(Map.of("LOG", "debug"));
    }

    private void applyTheirs(String data) {
        tools.kubectlWithFile(
                "{apiVersion: v1, kind: ConfigMap, metadata: {name: app}, data: {" + data + "}}",
                "apply",
                "--server-side",
                "-f");
    }
}
