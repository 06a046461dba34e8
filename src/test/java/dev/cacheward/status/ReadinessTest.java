package dev.cacheward.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.Condition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReadinessTest {
    private static final Instant NOW = Instant.parse("2025-06-01T12:00:00Z");

    @Test
    void nothingAgainstItMeansReadyAndNothingElse() {
        assertThat(Readiness.of(Optional.empty(), "All is well."))
                .containsExactly(new Finding(ConditionType.READY, Truth.TRUE, Reason.READY, "All is well."));
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void whatIsAgainstItIsReconcilingIfItEndsByItselfAndStalledIfAHumanMustAct(Reason reason) {
        // When
        List<Finding> findings = Readiness.of(Optional.of(new Cause(reason, "why")), "All is well.");

        // Then
        assertThat(findings).contains(new Finding(ConditionType.READY, Truth.FALSE, reason, "why"));
        assertThat(findings.contains(new Finding(ConditionType.RECONCILING, Truth.TRUE, reason, "why")))
                .isEqualTo(reason.isProgress());
        assertThat(findings.contains(new Finding(ConditionType.STALLED, Truth.TRUE, reason, "why")))
                .isEqualTo(reason.needsHuman());
        assertThat(reason.isProgress() && reason.needsHuman()).isFalse();
    }

    @Test
    void anOperatorThatCannotLookKnowsNothingOfReadyAndTakesNothingElseBack() {
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
}
