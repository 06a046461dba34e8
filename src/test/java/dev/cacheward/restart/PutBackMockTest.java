package dev.cacheward.restart;

import static dev.cacheward.restart.RestartRig.BACKEND;
import static dev.cacheward.restart.RestartRig.GATHERING;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The mark says what was delivered; which pods have read it, when it was away for a time, is found out once. */
class PutBackMockTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final RestartRig rig = new RestartRig();

    @BeforeEach
    void mark() {
        rig.create(BACKEND, "");
        rig.restart("one", BACKEND);
        rig.clock.pass(MINUTE);
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void aPodThatStartedWhileTheKeysWereAwayIsReplacedOnce() {
        // Given
        complete();
        rig.clock.pass(Duration.ofSeconds(30));
        rig.startPod("late", "one");
        rig.clock.pass(Duration.ofSeconds(20));

        // When
        putBack();

        // Then
        assertThat(rig.mark(BACKEND)).isEqualTo("one..1");
        rig.clock.pass(MINUTE);
        complete();
        complete();
        assertThat(rig.mark(BACKEND)).isEqualTo("one..1");
    }

    @Test
    void podsThatStartedBeforeAndAfterStay() {
        // Given
        rig.startPod("before", "one");
        rig.clock.pass(MINUTE);
        complete();
        rig.clock.pass(MINUTE);
        rig.putBack("one", BACKEND);
        rig.clock.pass(Duration.ofSeconds(3));
        rig.startPod("after", "one");

        // When
        rig.clock.pass(GATHERING);
        rig.restart("one", BACKEND);

        // Then
        assertThat(rig.mark(BACKEND)).isEqualTo("one");
    }

    @Test
    void podsThatAreBeingReplacedAnywayCountForNothing() {
        // Given
        complete();
        rig.clock.pass(Duration.ofSeconds(30));
        rig.startPod("older", "zero");

        // When
        putBack();

        // Then
        assertThat(rig.mark(BACKEND)).isEqualTo("one");
    }

    @Test
    void afterAStartOfTheOperatorAnyPodMayHaveMissedThem() {
        // Given
        rig.startPod("some", "one");
        rig.restarts.forget(RestartRig.PROFILE);
        rig.clock.pass(Duration.ofHours(1));

        // When
        putBack();

        // Then
        assertThat(rig.mark(BACKEND)).isEqualTo("one..1");
    }

    @Test
    void anOutageWithoutACompleteDeliveryIsJudgedWhenItIsComplete() {
        // Given
        complete();
        rig.clock.pass(Duration.ofMinutes(5));
        rig.startPod("late", "one");
        rig.restarts.apply(RestartRig.PROFILE, RestartRig.plan("").returned(true), rig.clock.instant());
        rig.clock.pass(MINUTE);

        // When
        rig.restart("one", BACKEND);
        rig.restart("one", BACKEND);

        // Then
        assertThat(rig.mark(BACKEND)).isEqualTo("one..1");
    }

    @Test
    void thePodsAreReadOnlyAfterAPutBack() {
        // Given
        rig.api.clearRequests();

        // When
        complete();

        // Then
        assertThat(rig.requests()).noneMatch(request -> request.path().endsWith("/pods"));
        assertThat(rig.putBack("one", BACKEND).again()).isEqualTo(Optional.of(GATHERING));
    }

    private void complete() {
        rig.look("one", BACKEND);
    }

    /** Puts keys back, and reconciles as often as the operator asks for. */
    private void putBack() {
        rig.putBack("one", BACKEND);
        rig.clock.pass(GATHERING);
        rig.restart("one", BACKEND);
    }
}
