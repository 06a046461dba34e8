package dev.cacheward.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.configmap.MergeFinalizer;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReconcileFilterTest {
    private static final ConfigMap PLAIN = edited(metadata -> metadata);

    @Test
    void theWordTrueStopsTheOperator() {
        assertThat(Brake.on(annotated(Brake.PAUSED, "true"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "false", "True", "TRUE", "yes", "1", " true"})
    void noOtherValueStopsIt(String value) {
        assertThat(Brake.on(annotated(Brake.PAUSED, value))).isFalse();
    }

    @Test
    void withoutTheAnnotationItGoesOn() {
        assertThat(Brake.on(PLAIN)).isFalse();
        assertThat(Brake.on(annotated(Brake.RECONCILE, "true"))).isFalse();
    }

    @Test
    void aDeletionIsNotHeldUp() {
        assertThat(Brake.on(edited(metadata ->
                        metadata.addToAnnotations(Brake.PAUSED, "true").withDeletionTimestamp("2025-06-01T12:00:00Z"))))
                .isFalse();
    }

    @Test
    void specDeletionSuccessorAndTheTwoAnnotationsConcernTheOperator() {
        assertConcerns(edited(metadata -> metadata.withGeneration(2L)));
        assertConcerns(edited(metadata -> metadata.withDeletionTimestamp("2025-06-01T12:00:00Z")));
        assertConcerns(edited(metadata -> metadata.withUid("another")));
        assertConcerns(annotated(Brake.PAUSED, "true"));
        assertConcerns(annotated(Brake.RECONCILE, "2025-06-01"));
        assertThat(Brake.concerns(annotated(Brake.RECONCILE, "2"), annotated(Brake.RECONCILE, "1")))
                .isTrue();
    }

    @Test
    void nothingElseConcernsIt() {
        assertThat(Brake.concerns(PLAIN, PLAIN)).isFalse();
        assertThat(Brake.concerns(edited(metadata -> metadata.withLabels(Map.of("team", "shop"))), PLAIN))
                .isFalse();
        assertThat(Brake.concerns(annotated("kubectl.kubernetes.io/last-applied-configuration", "{}"), PLAIN))
                .isFalse();
        assertThat(Brake.concerns(annotated("cacheward.dev/other", "1"), PLAIN)).isFalse();
        assertThat(Brake.concerns(edited(metadata -> metadata.withResourceVersion("2")), PLAIN))
                .isFalse();
        assertThat(Brake.concerns(edited(metadata -> metadata.addToFinalizers("some/body")), PLAIN))
                .isFalse();
    }

    @Test
    void theFinalizerOfTheOperatorConcernsItWhenItHasGone() {
        // Given
        ConfigMap marked = edited(metadata -> metadata.addToFinalizers(MergeFinalizer.NAME));

        // Then
        assertThat(Brake.concerns(PLAIN, marked)).isTrue();
        assertThat(Brake.concerns(marked, PLAIN)).isFalse();
        assertThat(Brake.concerns(marked, marked)).isFalse();
    }

    private static void assertConcerns(ConfigMap changed) {
        assertThat(Brake.concerns(changed, PLAIN)).isTrue();
        assertThat(Brake.concerns(PLAIN, changed)).isTrue();
    }

    private static ConfigMap annotated(String name, String value) {
        return edited(metadata -> metadata.addToAnnotations(name, value));
    }

    private static ConfigMap edited(UnaryOperator<ObjectMetaBuilder> edit) {
        return new ConfigMapBuilder()
                .withMetadata(edit.apply(new ObjectMetaBuilder()
                                .withName("shop")
                                .withUid("one")
                                .withGeneration(1L)
                                .withResourceVersion("1"))
                        .build())
                .build();
    }
}
