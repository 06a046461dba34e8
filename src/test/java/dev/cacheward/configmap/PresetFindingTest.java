package dev.cacheward.configmap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.delivery.PresetReport;
import dev.cacheward.status.ConditionStatus;
import dev.cacheward.status.Finding;
import dev.cacheward.status.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;

class PresetFindingTest {
    @Test
    void withoutAPresetThereIsNoCondition() {
        assertThat(PresetFinding.of(PresetReport.none())).isEmpty();
    }

    @Test
    void aPresetThatExpressesEverythingIsComplete() {
        // When
        Finding finding = PresetFinding.of(new PresetReport(true, List.of())).orElseThrow();

        // Then
        assertThat(finding.status()).isEqualTo(ConditionStatus.TRUE);
        assertThat(finding.reason()).isEqualTo(Reason.ALL_EXPRESSED);
    }

    @Test
    void whatIsLeftOutIsNamed() {
        // When
        Finding finding = PresetFinding.of(
                        new PresetReport(true, List.of("Slowapi lacks one.", "Django lacks another.")))
                .orElseThrow();

        // Then
        assertThat(finding.status()).isEqualTo(ConditionStatus.FALSE);
        assertThat(finding.reason()).isEqualTo(Reason.NOT_EXPRESSIBLE);
        assertThat(finding.message()).isEqualTo("Slowapi lacks one. Django lacks another.");
    }
}
