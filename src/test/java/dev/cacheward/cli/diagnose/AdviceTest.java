package dev.cacheward.cli.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.status.Reason;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page on reasons is the one source of advice, for readers and for the command line. */
class AdviceTest {
    private static final Set<Reason> NOTHING_TO_DO = Set.of(
            Reason.READY,
            Reason.DELIVERED,
            Reason.CHECK_PASSED,
            Reason.CERTIFICATE_VALID,
            Reason.IN_SYNC,
            Reason.PROFILE_READY,
            Reason.NEVER_EVICTS,
            Reason.KEYS_EXPIRE,
            Reason.PERSISTED,
            Reason.MEMORY_AMPLE,
            Reason.HIT_RATE_GOOD,
            Reason.TOO_FEW_READS,
            Reason.ALL_EXPRESSED);

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyReasonThatSomethingIsWrongHasAdvice(Reason reason) {
        // When
        String advice = Advice.load().on(reason.wire());

        // Then
        assertThat(advice.isEmpty()).isEqualTo(NOTHING_TO_DO.contains(reason));
    }

    @Test
    void theMarksOfThePageAreLeftOut() {
        // Given
        String page =
                "| Reason | Condition | Means | What to do |\n| `Busy` | Ready | It. | See [using](using.md#x), `a \\| b`. [Runbook](r.md). |\n";

        // When
        String advice = Advice.parse(page).on("Busy");

        // Then
        assertThat(advice).isEqualTo("See using, a | b.");
    }
}
