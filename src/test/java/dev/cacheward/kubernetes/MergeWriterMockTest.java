package dev.cacheward.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cacheward.testbed.EmbeddedApi;
import dev.cacheward.testbed.Request;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each answer of the API server means for our keys. */
class MergeWriterMockTest {
    private static final SortedMap<String, String> KEYS = new TreeMap<>(Map.of("K", "1"));
    private static final Owner OWNER =
            new Owner("cacheward.dev/v1alpha1", "CacheProfile", EmbeddedApi.NAMESPACE, "shop", "1-2-3");

    private final EmbeddedApi api = EmbeddedApi.start();
    private final MergeWriter writer = new MergeWriter(api.client("us"));

    @AfterEach
    void stop() {
        api.close();
    }

    @ParameterizedTest
    @CsvSource({"400, Refused", "403, Refused", "404, Missing", "409, Moved", "413, TooLarge", "422, Refused"})
    void aRefusedApplyIsAValue(int code, String outcome) {
        // Given
        create(Map.of("LOG", "info"));
        refuseApplies(code);

        // When
        Merge merge = writer.merge(OWNER, "app", KEYS);

        // Then
        assertThat(merge.getClass().getSimpleName()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void whatPassesByItselfIsThrown(int code) {
        // Given
        create(Map.of("LOG", "info"));
        refuseApplies(code);

        // Then
        assertThatThrownBy(() -> writer.merge(OWNER, "app", KEYS)).isInstanceOf(KubernetesClientException.class);
    }

    @ParameterizedTest
    @CsvSource({"a key, false", ", true"})
    void anApplyIsForcedOnlyWhereNoKeyIs(String there, boolean forced) {
        // Given
        create(there == null ? Map.of() : Map.of("LOG", there));

        // When
        writer.merge(OWNER, "app", KEYS);

        // Then
        assertThat(api.writesBy("us"))
                .singleElement()
                .extracting(Request::query)
                .asString()
                .contains("force=" + forced);
    }

    private void refuseApplies(int code) {
        api.failNext(1, Request::isApply, code, "Refused", "may not");
    }

    private void create(Map<String, String> data) {
        api.client("a-person")
                .resource(new ConfigMapBuilder()
                        .withNewMetadata()
                        .withName("app")
                        .endMetadata()
                        .withData(data)
                        .build())
                .create();
    }
}
