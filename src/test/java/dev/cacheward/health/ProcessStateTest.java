package dev.cacheward.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ProcessStateTest {
    private final AtomicBoolean takesPart = new AtomicBoolean(true);
    private final ProcessState state = new ProcessState(takesPart::get);

    @Test
    void aProcessIsReadyWhenItsCachesAreFilled() {
        assertThat(state.notReady()).contains("The process is starting.");
        state.fillCaches();
        assertThat(state.notReady()).contains("The caches are being filled.");
        state.serve();
        assertThat(state.notReady()).isEmpty();
        state.stop();
        assertThat(state.notReady()).contains("The process is stopping.");
    }

    @Test
    void aReplicaThatStandsByIsReadyIfItCouldTakeOver() {
        // Given
        state.standBy();
        assertThat(state.notReady()).isEmpty();

        // When
        takesPart.set(false);

        // Then
        assertThat(state.notReady()).hasValueSatisfying(why -> assertThat(why).contains("Lease"));
    }

    @Test
    void whatWasReadyOnceHasStarted() {
        // Given
        state.fillCaches();
        assertThat(state.notStarted()).isPresent();
        state.serve();
        assertThat(state.notStarted()).isEmpty();

        // When
        state.stop();

        // Then
        assertThat(state.notStarted()).isEmpty();
    }
}
