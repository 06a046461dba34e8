package dev.cacheward.cacheprofile.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.status.ConditionStatus;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Conditions;
import dev.cacheward.status.Finding;
import dev.cacheward.status.Reason;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SyncFindingTest {
    private static final List<String> DRIFT =
            List.of("hz was \"1\" instead of \"10\"", "timeout was \"0\" instead of \"9\"");

    @Test
    void aServerThatNeverDifferedHasNoSuchCondition() {
        assertThat(SyncFinding.of(List.of(), List.of())).isEmpty();
    }

    @Test
    void eachParameterThatDifferedIsNamedWithBothValues() {
        // When
        Finding finding = SyncFinding.of(DRIFT, List.of()).orElseThrow();

        // Then
        assertThat(finding.status()).isEqualTo(ConditionStatus.FALSE);
        assertThat(finding.reason()).isEqualTo(Reason.DRIFTED);
        assertThat(finding.message()).startsWith(DRIFT.get(0) + "; " + DRIFT.get(1) + ". Somebody has changed");
    }

    @Test
    void aServerThatDiffersNoMoreIsInSync() {
        // Given
        List<Condition> before =
                Conditions.merge(List.of(SyncFinding.of(DRIFT, List.of()).orElseThrow()), List.of(), 1, Instant.EPOCH);

        // When
        Finding finding = SyncFinding.of(List.of(), before).orElseThrow();

        // Then
        assertThat(finding.type()).isEqualTo(ConditionType.CONFIG_IN_SYNC);
        assertThat(finding.status()).isEqualTo(ConditionStatus.TRUE);
        assertThat(finding.reason()).isEqualTo(Reason.IN_SYNC);
    }
}
