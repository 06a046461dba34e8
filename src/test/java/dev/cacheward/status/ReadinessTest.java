package dev.cacheward.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.Condition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadinessTest {
    private static final Instant NOW = Instant.parse("2025-06-01T12:00:00Z");

    @Test
    void nothingAgainstItMeansReadyAndNothingElse() {
        assertThat(Readiness.of(Optional.empty(), "All is well.", Warnings.none()))
                .containsExactly(new Finding(ConditionType.READY, ConditionStatus.TRUE, Reason.READY, "All is well."));
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void whatIsAgainstItIsReconcilingIfItEndsByItselfAndStalledIfAHumanMustAct(Reason reason) {
        // When
        List<Finding> findings = Readiness.of(Optional.of(new Cause(reason, "why")), "All is well.", Warnings.none());

        // Then
        assertThat(findings).contains(new Finding(ConditionType.READY, ConditionStatus.FALSE, reason, "why"));
        assertThat(findings.contains(new Finding(ConditionType.RECONCILING, ConditionStatus.TRUE, reason, "why")))
                .isEqualTo(reason.isProgress());
        assertThat(findings.contains(new Finding(ConditionType.STALLED, ConditionStatus.TRUE, reason, "why")))
                .isEqualTo(reason.needsHuman());
        assertThat(reason.isProgress() && reason.needsHuman()).isFalse();
    }

    @Test
    void anOperatorThatCannotReconcileKnowsNothingOfReadyAndTakesNothingElseBack() {
        // Given
        Condition ready = new Condition("Ready", "True", "Ready", "fine", "2025-06-01T10:00:00Z", 3L);
        Condition delivered = new Condition("ConfigDelivered", "True", "Delivered", "fine", "2025-06-01T10:00:00Z", 3L);

        // When
        List<Condition> conditions =
                Readiness.unknown(new Cause(Reason.INTERNAL_ERROR, "log"), List.of(ready, delivered), 4, NOW);

        // Then
        assertThat(conditions)
                .containsExactly(
                        new Condition("Ready", "Unknown", "InternalError", "log", "2025-06-01T12:00:00Z", 4L),
                        delivered);
    }

    @Test
    void warningsStandBehindTheMessageOfReadyAndNowhereElse() {
        // Given
        Warnings warnings = new Warnings(List.of("One.")).and(new Warnings(List.of("Two.")));

        // Then
        assertThat(Readiness.of(Optional.empty(), "All is well.", warnings))
                .containsExactly(new Finding(
                        ConditionType.READY, ConditionStatus.TRUE, Reason.READY, "All is well. Warning: One. Two."));
        assertThat(Readiness.of(Optional.of(new Cause(Reason.INVALID_SPEC, "why")), "All is well.", warnings))
                .containsExactly(
                        new Finding(
                                ConditionType.READY,
                                ConditionStatus.FALSE,
                                Reason.INVALID_SPEC,
                                "why. Warning: One. Two."),
                        new Finding(ConditionType.STALLED, ConditionStatus.TRUE, Reason.INVALID_SPEC, "why"));
    }

    @ParameterizedTest
    @CsvSource({"why, why. Warning: One.", "why., why. Warning: One.", "why?, why? Warning: One."})
    void aWarningFollowsTheEndOfASentence(String message, String whole) {
        assertThat(new Warnings(List.of("One.")).behind(message)).isEqualTo(whole);
    }

    @ParameterizedTest
    @ValueSource(strings = {"True", "False", "Unknown"})
    void aPauseKeepsWhatReadyWasAndWhenAndForWhichGeneration(String status) {
        // Given
        Condition ready = new Condition("Ready", status, "Preflight", "why", "2025-06-01T10:00:00Z", 3L);

        // When
        List<Condition> conditions = Readiness.paused(List.of(ready), 4, NOW);

        // Then
        assertThat(conditions).singleElement().satisfies(paused -> {
            assertThat(paused.status()).isEqualTo(status);
            assertThat(paused.reason()).isEqualTo("Paused");
            assertThat(paused.message()).contains("cacheward.dev/paused");
            assertThat(paused.lastTransitionTime()).isEqualTo("2025-06-01T10:00:00Z");
            assertThat(paused.observedGeneration()).isEqualTo(3);
        });
        assertThat(Readiness.paused(conditions, 5, NOW)).isEqualTo(conditions);
    }

    @Test
    void duringAPauseNothingIsUnderWayAndNobodyHasToAct() {
        // Given
        Condition delivered = new Condition("ConfigDelivered", "True", "Delivered", "fine", "2025-06-01T10:00:00Z", 3L);
        List<Condition> before = List.of(
                new Condition("Ready", "False", "InvalidSpec", "why", "2025-06-01T10:00:00Z", 3L),
                new Condition("Reconciling", "True", "Preflight", "why", "2025-06-01T10:00:00Z", 3L),
                new Condition("Stalled", "True", "InvalidSpec", "why", "2025-06-01T10:00:00Z", 3L),
                delivered);

        // Then
        assertThat(Readiness.paused(before, 3, NOW))
                .hasSize(2)
                .contains(delivered)
                .extracting(Condition::type)
                .containsExactly("Ready", "ConfigDelivered");
    }

    @Test
    void ofAResourceThatWasPausedFromTheBeginningNothingIsKnown() {
        assertThat(Readiness.paused(List.of(), 1, NOW)).singleElement().satisfies(paused -> {
            assertThat(paused.status()).isEqualTo("Unknown");
            assertThat(paused.observedGeneration()).isEqualTo(1);
        });
    }
}
