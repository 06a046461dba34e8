package dev.cacheward.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class StageTest {
    private final AtomicBoolean takesPart = new AtomicBoolean(true);
    private final Stage stage = new Stage(takesPart::get);

    @Test
    void aProcessIsReadyWhenItsCachesAreFilled() {
        assertThat(stage.notReady()).contains("The process is starting.");
        stage.fillCaches();
        assertThat(stage.notReady()).contains("The caches are being filled.");
        stage.serve();
        assertThat(stage.notReady()).isEmpty();
        stage.stop();
        assertThat(stage.notReady()).contains("The process is stopping.");
    }

    @Test
    void aReplicaThatStandsByIsReadyIfItCouldTakeOver() {
        // Given
        stage.standBy();
        assertThat(stage.notReady()).isEmpty();

        // When
        takesPart.set(false);

        // Then
        assertThat(stage.notReady()).hasValueSatisfying(why -> assertThat(why).contains("Lease"));
    }

    @Test
    void whatWasReadyOnceHasStarted() {
        // Given
        stage.fillCaches();
        assertThat(stage.notStarted()).isPresent();
        stage.serve();
        assertThat(stage.notStarted()).isEmpty();

        // When
        stage.stop();

        // Then
        assertThat(stage.notStarted()).isEmpty();
    }
}
