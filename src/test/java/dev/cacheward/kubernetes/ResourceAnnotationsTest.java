package dev.cacheward.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceAnnotationsTest {
    private static final ConfigMap PLAIN = new ConfigMapBuilder()
            .withNewMetadata()
            .withName("shop")
            .endMetadata()
            .build();

    @Test
    void theWordTrueStopsTheOperator() {
        assertThat(ResourceAnnotations.paused(annotated(ResourceAnnotations.PAUSED, "true")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "false", "True", "TRUE", "yes", "1", " true"})
    void noOtherValueStopsIt(String value) {
        assertThat(ResourceAnnotations.paused(annotated(ResourceAnnotations.PAUSED, value)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "True", "yes", "1", " true"})
    void aValueThatSomebodyMayTakeForOneThatPausesIsAWarning(String value) {
        assertThat(ResourceAnnotations.warnings(annotated(ResourceAnnotations.PAUSED, value))
                        .texts())
                .containsExactly("Annotation cacheward.dev/paused is \"" + value
                        + "\", which pauses nothing: allowed are \"true\", which pauses, and \"false\".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void thereIsNoWarningOfAllowedValues(String value) {
        assertThat(ResourceAnnotations.warnings(annotated(ResourceAnnotations.PAUSED, value))
                        .texts())
                .isEmpty();
        assertThat(ResourceAnnotations.warnings(PLAIN).texts()).isEmpty();
    }

    @Test
    void withoutTheAnnotationItGoesOn() {
        assertThat(ResourceAnnotations.paused(PLAIN)).isFalse();
        assertThat(ResourceAnnotations.paused(annotated(ResourceAnnotations.RECONCILE, "true")))
                .isFalse();
    }

    @Test
    void aDeletionIsNotHeldUp() {
        // Given
        ConfigMap paused = annotated(ResourceAnnotations.PAUSED, "true");
        paused.getMetadata().setDeletionTimestamp("2025-06-01T12:00:00Z");

        // Then
        assertThat(ResourceAnnotations.paused(paused)).isFalse();
    }

    @Test
    void theTokenIsTheLastCallOrEmpty() {
        assertThat(ResourceAnnotations.token(annotated(ResourceAnnotations.RECONCILE, "2")))
                .isEqualTo("2");
        assertThat(ResourceAnnotations.token(PLAIN)).isEmpty();
    }

    @Test
    void anEmptyCallIsAnotherValueThanNone() {
        assertThat(ResourceAnnotations.differ(annotated(ResourceAnnotations.RECONCILE, ""), PLAIN))
                .isTrue();
        assertThat(ResourceAnnotations.differ(annotated("cacheward.dev/other", "1"), PLAIN))
                .isFalse();
    }

    private static ConfigMap annotated(String name, String value) {
        return new ConfigMapBuilder(PLAIN)
                .editMetadata()
                .addToAnnotations(name, value)
                .endMetadata()
                .build();
    }
}
