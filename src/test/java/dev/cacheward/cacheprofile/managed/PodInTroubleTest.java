package dev.cacheward.cacheprofile.managed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cacheprofile.model.PodPhases;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What does not pass by itself is not told as progress, and names the pod, its node and what a person does. */
class PodInTroubleTest {
    private static final Pod POD = CheckedServer.POD;
    private static final Duration LONG = Duration.ofMinutes(2);

    private final CheckedServer server = new CheckedServer();

    @Test
    void aPodThatShouldHaveEndedAMinuteAgoIsStuck() {
        // When
        Cause cause = cause(Reason.RESTARTING, PodPhases.ending(PodPhases.ready(POD), Duration.ofSeconds(61)));

        // Then
        assertThat(cause.reason()).isEqualTo(Reason.POD_STUCK);
        assertThat(cause.message())
                .startsWith("Pod shop-redis-0 on node worker-3 was to end by 20")
                .contains("node.kubernetes.io/out-of-service")
                .contains("kubectl delete pod shop-redis-0 --force");
    }

    @Test
    void aFinalizerThatKeepsThePodIsNamedAndNobodyIsToldToDeleteByForce() {
        // Given
        Pod kept = new PodBuilder(PodPhases.ending(POD, LONG))
                .editMetadata()
                .addToFinalizers("example.com/hold")
                .endMetadata()
                .build();

        // Then
        assertThat(cause(Reason.RESTARTING, kept).message())
                .contains("\"example.com/hold\"")
                .doesNotContain("--force");
    }

    @ParameterizedTest
    @ValueSource(longs = {-30, 0, 59})
    void untilThenItIsBeingReplacedWithoutAWordOfANewConfiguration(long secondsLate) {
        // When
        Cause cause = cause(Reason.CHECK_PASSED, PodPhases.ending(POD, Duration.ofSeconds(secondsLate)));

        // Then
        assertThat(cause).isEqualTo(new Cause(Reason.RESTARTING, "The Redis pod is being replaced by a new one."));
    }

    @Test
    void aNewPodBesideOneThatDoesNotEndCounts() {
        // When
        Cause cause =
                cause(Reason.RESTARTING, PodPhases.ending(POD, LONG), PodPhases.waiting(POD, "ContainerCreating"));

        // Then
        assertThat(cause.reason()).isEqualTo(Reason.RESTARTING);
    }

    @Test
    void aPodWhoseVolumesAreNotMountedAMinuteAfterItHasItsNodeIsStuck() {
        // When
        Cause cause = cause(Reason.PROVISIONING, PodPhases.unmounted(POD, LONG));

        // Then
        assertThat(cause.reason()).isEqualTo(Reason.POD_STUCK);
        assertThat(cause.message())
                .startsWith("Pod shop-redis-0 on node worker-3 cannot start its containers")
                .contains("FailedMount")
                .contains("kubectl describe pod shop-redis-0");
    }

    @Test
    void aVolumeMayTakeAMinute() {
        assertThat(cause(Reason.PROVISIONING, PodPhases.unmounted(POD, Duration.ofSeconds(59)))
                        .reason())
                .isEqualTo(Reason.PROVISIONING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CreateContainerConfigError", "CreateContainerError", "RunContainerError"})
    void aContainerThatCannotBeCreatedIsStuck(String reason) {
        // Given
        Pod pod = new PodBuilder(PodPhases.unmounted(POD, LONG))
                .editStatus()
                .editFirstContainerStatus()
                .editState()
                .withNewWaiting()
                .withReason(reason)
                .endWaiting()
                .endState()
                .endContainerStatus()
                .endStatus()
                .build();

        // Then
        assertThat(cause(Reason.PROVISIONING, pod).message()).contains("cannot create its container (" + reason + ")");
    }

    @Test
    void aServerThatAnswersWhileItsProbeNeverPassesHasAnImageThatDoesNotSuit() {
        // When
        Cause cause = cause(Reason.PROVISIONING, PodPhases.running(POD, LONG));

        // Then
        assertThat(cause.reason()).isEqualTo(Reason.IMAGE_UNSUITABLE);
        assertThat(cause.message()).contains("probe of pod shop-redis-0").contains("sh, sleep and redis-cli");
    }

    @Test
    void soHasOneThatTheProbeEndedAndThatDoesNotPassItAgain() {
        assertThat(cause(Reason.PROVISIONING, PodPhases.runningAfterCrash(POD, 0, Duration.ofSeconds(20)))
                        .reason())
                .isEqualTo(Reason.IMAGE_UNSUITABLE);
    }

    @Test
    void aServerThatHasJustStartedHasTimeForItsProbe() {
        assertThat(cause(Reason.PROVISIONING, PodPhases.running(POD, Duration.ofSeconds(60)))
                        .reason())
                .isEqualTo(Reason.PROVISIONING);
        assertThat(cause(Reason.PROVISIONING, PodPhases.runningAfterCrash(POD, 0, Duration.ofSeconds(5)))
                        .reason())
                .isEqualTo(Reason.PROVISIONING);
    }

    @Test
    void aReadyPodWhoseConnectionsAreCutPointsToWhatLiesBetween() {
        // Given
        server.redis.failsTheCheck(Reason.CONNECTION_REFUSED);

        // When
        Cause cause = cause(Reason.CHECK_PASSED, PodPhases.ready(POD));

        // Then
        assertThat(cause.reason()).isEqualTo(Reason.CONNECTION_REFUSED);
        assertThat(cause.message())
                .startsWith("The pod is ready by its own probe, but the operator's connection to it is refused or cut")
                .contains("mTLS", "authorization rules", "network policies");
    }

    @Test
    void aReadyPodThatHangsUpOnTheOperatorPointsToWhatLiesBetweenToo() {
        // Given
        server.redis.failsTheCheck(Reason.CONNECTION_CLOSED);

        // When
        Cause cause = cause(Reason.CHECK_PASSED, PodPhases.ready(POD));

        // Then
        assertThat(cause.reason()).isEqualTo(Reason.CONNECTION_CLOSED);
        assertThat(cause.message())
                .startsWith("told so The pod is ready by its own probe.")
                .contains("mTLS");
    }

    @Test
    void aPodThatIsNotReadyEitherPointsToItsServer() {
        // Given
        server.redis.failsTheCheck(Reason.CONNECTION_REFUSED);

        // Then
        assertThat(cause(Reason.CHECK_PASSED, PodPhases.running(POD)).message()).isEqualTo("told so");
    }

    private Cause cause(Reason before, Pod... pods) {
        return server.check(before, pods).blockingCause().orElseThrow();
    }
}
