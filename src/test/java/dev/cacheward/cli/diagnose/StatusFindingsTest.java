package dev.cacheward.cli.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.cli.diagnose.report.Found;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusFindingsTest {
    private static final Advice ADVICE = Advice.load();

    @Test
    void oneCauseInSeveralConditionsIsOneFinding() {
        // Given
        List<Condition> conditions = List.of(
                condition(ConditionType.READY, "False", Reason.OUT_OF_MEMORY, "full"),
                condition(ConditionType.STALLED, "True", Reason.OUT_OF_MEMORY, "full"),
                condition(ConditionType.REDIS_AVAILABLE, "False", Reason.OUT_OF_MEMORY, "full"));

        // When
        List<Found> found = StatusFindings.of(conditions, ADVICE, false);

        // Then
        assertThat(found).singleElement().satisfies(one -> {
            assertThat(one.severity()).isEqualTo(Found.Severity.ERROR);
            assertThat(one.advice()).isNotEmpty();
        });
    }

    @Test
    void whatTheCheckHasJustDisprovedIsANote() {
        // Given
        List<Condition> conditions = List.of(
                condition(ConditionType.READY, "False", Reason.TIMEOUT, "late"),
                condition(ConditionType.REDIS_AVAILABLE, "False", Reason.TIMEOUT, "late"));

        // When
        List<Found> found = StatusFindings.of(conditions, ADVICE, true);

        // Then
        assertThat(found).extracting(Found::severity).containsExactly(Found.Severity.NOTE);
    }

    @Test
    void aConditionThatIsNoPartOfReadyIsAWarningAndSoIsAWarningInReady() {
        // Given
        List<Condition> conditions = List.of(
                condition(ConditionType.READY, "True", Reason.READY, "All is well. Warning: The volume is small."),
                condition(ConditionType.CONFIG_IN_SYNC, "False", Reason.DRIFTED, "maxmemory was 1"));

        // When
        List<Found> found = StatusFindings.of(conditions, ADVICE, true);

        // Then
        assertThat(found).allMatch(one -> one.severity() == Found.Severity.WARNING);
        assertThat(found).extracting(Found::message).containsExactly("maxmemory was 1", "The volume is small.");
    }

    private static Condition condition(ConditionType type, String status, Reason reason, String message) {
        return new Condition(type.wire(), status, reason.wire(), message, "2026-01-01T00:00:00Z", 1L);
    }
}
