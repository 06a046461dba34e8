package dev.cacheward.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.kubernetes.Labels;
import dev.cacheward.kubernetes.ResourceAnnotations;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ReconcileFilterTest {
    private static final ConfigMap PLAIN = edited(metadata -> metadata);

    @Test
    void specDeletionSuccessorAndTheTwoAnnotationsConcernTheOperator() {
        assertConcerns(edited(metadata -> metadata.withGeneration(2L)));
        assertConcerns(edited(metadata -> metadata.withDeletionTimestamp("2025-06-01T12:00:00Z")));
        assertConcerns(edited(metadata -> metadata.withUid("another")));
        assertConcerns(annotated(ResourceAnnotations.PAUSED, "true"));
        assertConcerns(annotated(ResourceAnnotations.RECONCILE, "2025-06-01"));
        assertThat(ReconcileFilter.concerns(
                        annotated(ResourceAnnotations.RECONCILE, "2"), annotated(ResourceAnnotations.RECONCILE, "1")))
                .isTrue();
    }

    @Test
    void nothingElseConcernsIt() {
        assertThat(ReconcileFilter.concerns(PLAIN, PLAIN)).isFalse();
        assertThat(ReconcileFilter.concerns(edited(metadata -> metadata.withLabels(Map.of("team", "shop"))), PLAIN))
                .isFalse();
        assertThat(ReconcileFilter.concerns(annotated("kubectl.kubernetes.io/last-applied-configuration", "{}"), PLAIN))
                .isFalse();
        assertThat(ReconcileFilter.concerns(annotated("cacheward.dev/other", "1"), PLAIN))
                .isFalse();
        assertThat(ReconcileFilter.concerns(edited(metadata -> metadata.withResourceVersion("2")), PLAIN))
                .isFalse();
        assertThat(ReconcileFilter.concerns(edited(metadata -> metadata.addToFinalizers("some/body")), PLAIN))
                .isFalse();
    }

    @Test
    void theFinalizerOfTheOperatorConcernsItWhenItHasGone() {
        // Given
        ConfigMap marked = edited(metadata -> metadata.addToFinalizers(Labels.MERGE_FINALIZER));

        // Then
        assertThat(ReconcileFilter.concerns(PLAIN, marked)).isTrue();
        assertThat(ReconcileFilter.concerns(marked, PLAIN)).isFalse();
        assertThat(ReconcileFilter.concerns(marked, marked)).isFalse();
    }

    private static void assertConcerns(ConfigMap changed) {
        assertThat(ReconcileFilter.concerns(changed, PLAIN)).isTrue();
        assertThat(ReconcileFilter.concerns(PLAIN, changed)).isTrue();
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
