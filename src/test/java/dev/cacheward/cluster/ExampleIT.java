package dev.cacheward.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The example of the user, from apply to Ready. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExampleIT {
    private static final String MANIFESTS = """
            apiVersion: cacheward.dev/v1alpha1
            kind: CacheProfile
            metadata: {name: convoinsight}
            spec:
              ttls: {dataset_list: 60s, llm_models: 1h}
            ---
            apiVersion: cacheward.dev/v1alpha1
            kind: RateLimitPolicy
            metadata: {name: convoinsight}
            spec:
              profileRef: {name: convoinsight}
              limits: {default: 100/hour, query: 20/minute}
            """;

    private TestNamespace namespace;

    @BeforeAll
    void apply() {
        namespace = new TestNamespace("example");
        namespace.apply(MANIFESTS);
    }

    @AfterAll
    void delete() {
        namespace.close();
    }

    @Test
    void bothResourcesBecomeReadyAndTheKeysAreDelivered() {
        // When
        CacheProfile profile = namespace.awaitReady("convoinsight");
        namespace.awaitPolicy("convoinsight", ConditionType.READY, "True", Reason.READY);

        // Then
        assertThat(profile.getStatus().binding().name()).isEqualTo("convoinsight-redis");
        assertThat(namespace.configMap("convoinsight-cache").getData())
                .isEqualTo(Map.of(
                        "CACHE_ENABLED", "true", "CACHE_TTL_DATASET_LIST", "60", "CACHE_TTL_LLM_MODELS", "3600"));
    }
}
