package dev.cacheward.restart;

import static dev.cacheward.restart.RestartRig.ANNOTATION;
import static dev.cacheward.restart.RestartRig.BACKEND;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a key that is somebody else's means for the workloads that read it. */
class ConflictMockTest {
    private final RestartRig rig = new RestartRig();

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void nothingIsRestartedForKeysWhileOneIsInConflict() {
        // Given
        rig.create(BACKEND, ANNOTATION + ": one");

        // When
        rig.restartInConflict("two", BACKEND);

        // Then
        assertThat(rig.writes()).isEmpty();
    }

    @Test
    void aConflictAtTheFirstDeliveryCostsNoRestartMore() {
        // Given
        rig.create(BACKEND, "");
        rig.restartInConflict("one", BACKEND);

        // When
        rig.restart("two", BACKEND);

        // Then
        assertThat(rig.writes()).hasSize(1);
        assertThat(rig.mark(BACKEND)).isEqualTo("two");
    }

    @Test
    void whatWasPutBackInAConflictRestartsPodsThatLackItWhenItIsOver() {
        // Given
        rig.create(BACKEND, ANNOTATION + ": one");
        rig.startPod("backend-1", "one");
        rig.putBackInConflict("one", BACKEND);
        assertThat(rig.writes()).isEmpty();

        // When
        rig.clock.pass(Duration.ofMinutes(1));
        rig.restart("one", BACKEND);

        // Then
        assertThat(rig.mark(BACKEND)).isEqualTo("one..1");
    }
}
