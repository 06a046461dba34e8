package dev.cacheward.configmap;

import static dev.cacheward.configmap.MergeRig.KEYS;
import static dev.cacheward.configmap.MergeRig.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cacheward.testbed.Request;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each answer of the API server means for our keys. */
class MergeWriterMockTest {
    private final MergeRig rig = new MergeRig();

    @AfterEach
    void stop() {
        rig.close();
    }

    @ParameterizedTest
    @CsvSource({"400, Refused", "403, Refused", "404, Missing", "409, Moved", "413, TooLarge", "422, Refused"})
    void aRefusedApplyIsAValue(int code, String outcome) {
        // Given
        rig.create(Map.of("LOG", "info"));
        rig.refuseApplies(code);

        // When
        Merge merge = rig.writer.merge(OWNER, "app", KEYS);

        // Then
        assertThat(merge.getClass().getSimpleName()).isEqualTo(outcome);
    }

    @Test
    void fieldsOfOthersAreNamedWithTheirOwners() {
        // Given
        rig.create(Map.of("LOG", "info"));
        rig.api.failNext(1, Request::isApply, OwnerConflicts.ofData("helm"));

        // When
        Merge merge = rig.writer.merge(OWNER, "app", KEYS);

        // Then
        assertThat(merge).isEqualTo(new Merge.Owned(List.of(".data (conflict with \"helm\")")));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void whatPassesByItselfIsThrown(int code) {
        // Given
        rig.create(Map.of("LOG", "info"));
        rig.refuseApplies(code);

        // Then
        assertThatThrownBy(() -> rig.writer.merge(OWNER, "app", KEYS)).isInstanceOf(KubernetesClientException.class);
    }

    @Test
    void aShareInAKeyOfSomebodyElseIsGivenUpByOneWriteAndTheKeyStays() {
        // Given
        rig.create(Map.of("LOG", "info"));
        rig.writer.merge(OWNER, "app", KEYS);
        rig.apply("helm", KEYS);

        // When
        Merge merge = rig.writer.merge(OWNER, "app", KEYS);

        // Then
        assertThat(merge).isEqualTo(new Merge.Holds(KEYS, List.of(), false));
        assertThat(rig.data()).containsEntry("K", "1");
        assertThat(rig.writer.merge(OWNER, "app", KEYS)).isEqualTo(merge);
        assertThat(rig.api.writesBy("us")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"a key, false", ", true"})
    void anApplyIsForcedOnlyWhereNoKeyIs(String there, boolean forced) {
        // Given
        rig.create(there == null ? Map.of() : Map.of("LOG", there));

        // When
        rig.writer.merge(OWNER, "app", KEYS);

        // Then
        assertThat(rig.api.writesBy("us"))
                .singleElement()
                .extracting(Request::query)
                .asString()
                .contains("force=" + forced);
    }
}
