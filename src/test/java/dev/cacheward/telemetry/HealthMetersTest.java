package dev.cacheward.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.status.ConditionStatus;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Conditions;
import dev.cacheward.status.Finding;
import dev.cacheward.status.Reason;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A condition of health is one series, with the reason that it has now. */
class HealthMetersTest {
    private static final String SERIES = "cacheward_profile_healthy{condition=\"MemoryHealthy\",namespace=\"team\","
            + "profile=\"shop\",reason=\"%s\"} %s\n";

    private final OperatorMeters meters = new OperatorMeters();

    @AfterEach
    void close() {
        meters.close();
    }

    @Test
    void aConditionIsOneOrZeroWithItsReason() {
        // When
        tell(ConditionStatus.TRUE, Reason.MEMORY_AMPLE);

        // Then
        assertThat(meters.scrape()).contains(SERIES.formatted("MemoryAmple", "1.0"));
    }

    @Test
    void aNewReasonTakesThePlaceOfTheOldOne() {
        // Given
        tell(ConditionStatus.TRUE, Reason.MEMORY_AMPLE);

        // When
        tell(ConditionStatus.FALSE, Reason.MEMORY_FILLING);

        // Then
        assertThat(meters.scrape())
                .contains(SERIES.formatted("MemoryFilling", "0.0"))
                .doesNotContain("MemoryAmple");
    }

    @Test
    void aConditionThatBecomesFalseForTheSameReasonIsSeen() {
        // Given
        tell(ConditionStatus.TRUE, Reason.EVICTING);

        // When
        tell(ConditionStatus.FALSE, Reason.EVICTING);

        // Then
        assertThat(meters.scrape()).contains(SERIES.formatted("Evicting", "0.0"));
    }

    @Test
    void whatIsUnknownOrGoneIsNotShown() {
        // Given
        tell(ConditionStatus.TRUE, Reason.MEMORY_AMPLE);

        // When
        tell(ConditionStatus.UNKNOWN, Reason.TOO_FEW_READS);

        // Then
        assertThat(meters.scrape()).doesNotContain("cacheward_profile_healthy");
    }

    @Test
    void aProfileThatIsDeletedTakesItsHealthAlong() {
        // Given
        tell(ConditionStatus.TRUE, Reason.MEMORY_AMPLE);

        // When
        meters.telemetry().deleted(ReportedProfile.SHOP);

        // Then
        assertThat(meters.scrape()).doesNotContain("cacheward_profile_healthy");
    }

    private void tell(ConditionStatus status, Reason reason) {
        List<Condition> now = Conditions.merge(
                List.of(new Finding(ConditionType.MEMORY_HEALTHY, status, reason, "why")), List.of(), 1, Instant.EPOCH);
        meters.telemetry().reconciled(ReportedProfile.profile(1, List.of()), List.of(), now);
    }
}
