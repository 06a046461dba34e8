package dev.cacheward.leader;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who leads, turn by turn. */
class ElectionTest {
    private static final LeaseTimes TIMES = Elections.TIMES;

    private final Elections elections = new Elections();
    private final Election first = elections.replica("first");
    private final Election second = elections.replica("second");

    @AfterEach
    void stop() {
        elections.close();
    }

    @Test
    void ofTwoTheFirstLeadsAndTheOtherStandsBy() {
        // When
        Duration next = first.turn();
        Duration wait = second.turn();

        // Then
        assertThat(first.leads()).isTrue();
        assertThat(first.won()).isCompleted();
        assertThat(next).isEqualTo(TIMES.renewPeriod());
        assertThat(second.leads()).isFalse();
        assertThat(second.won()).isNotDone();
        assertThat(wait).isEqualTo(TIMES.retryPeriod());
    }

    @Test
    void aLeaderThatRenewsKeepsTheLead() {
        for (int i = 0; i < 30; i++) {
            first.turn();
            second.turn();
            elections.pass(TIMES.renewPeriod());
        }

        assertThat(first.leads()).isTrue();
        assertThat(second.leads()).isFalse();
        assertThat(elections.lease().getSpec().getLeaseTransitions()).isZero();
    }

    @Test
    void aLeaderThatCannotRenewStopsBeforeAnotherMayTakeOver() {
        // Given
        first.turn();
        second.turn();

        // When
        elections.pass(TIMES.renewDeadline());

        // Then
        assertThat(first.leads()).isFalse();
        assertThat(first.lost()).isTrue();
        assertThat(second.turn()).isPositive();
        assertThat(second.leads()).isFalse();
    }

    @Test
    void anotherTakesOverOneLeaseAfterItSawTheLastRenewal() {
        // Given
        first.turn();
        second.turn();
        elections.pass(TIMES.leaseDuration().minusMillis(1));
        assertThat(second.turn()).isEqualTo(Duration.ofMillis(1));

        // When
        elections.pass(Duration.ofMillis(1));
        second.turn();

        // Then
        assertThat(second.leads()).isTrue();
        assertThat(elections.lease().getSpec().getHolderIdentity()).isEqualTo("second");
        assertThat(elections.lease().getSpec().getLeaseTransitions()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {-3600, -16, 16, 60, 3600})
    void aClockThatIsWrongChangesNothing(long secondsFast) {
        // Given
        Election wrong = elections.replica("wrong", Duration.ofSeconds(secondsFast), TIMES);
        first.turn();

        // When
        wrong.turn();
        elections.pass(TIMES.renewPeriod());
        first.turn();
        wrong.turn();

        // Then
        assertThat(first.leads()).isTrue();
        assertThat(wrong.leads()).isFalse();
    }

    @Test
    void whoLostTheLeadNeverLeadsAgain() {
        // Given
        first.turn();
        elections.pass(TIMES.renewDeadline());
        first.turn();

        // When
        elections.pass(TIMES.leaseDuration());
        first.turn();

        // Then
        assertThat(first.leads()).isFalse();
        assertThat(first.lost()).isTrue();
    }

    @Test
    void anotherTakesWhatWasGivenBackAtItsNextLook() {
        // Given
        first.turn();
        second.turn();

        // When
        assertThat(first.resign()).isTrue();
        second.turn();

        // Then
        assertThat(first.leads()).isFalse();
        assertThat(second.leads()).isTrue();
    }

    @Test
    void whoDoesNotHoldTheLeaseTakesItFromNobodyWhenItStops() {
        // Given
        first.turn();
        second.turn();

        // When
        assertThat(second.resign()).isFalse();

        // Then
        assertThat(elections.lease().getSpec().getHolderIdentity()).isEqualTo("first");
    }
}
