package dev.cacheward.cacheprofile.managed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.ObservedBuilder;
import dev.cacheward.cacheprofile.model.PodPhases;
import dev.cacheward.cacheprofile.plan.ExpectedServer;
import dev.cacheward.cacheprofile.plan.SampleProfiles;
import dev.cacheward.cacheprofile.render.ServerObjects;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server without a pod: its pod comes in a moment, or the API server does not take it. */
class MissingPodTest {
    private static final ServerObjects OBJECTS = SampleProfiles.objects(SampleProfiles.minimal());
    private static final String WORDS = "exceeded quota: team, requested: pods=1, limited: pods=0";

    private final List<String> asked = new ArrayList<>();
    private Optional<Cause> answer = Optional.of(MissingPod.refused(OBJECTS.statefulSet(), WORDS));
    private final MissingPod missing = new MissingPod(live -> {
        asked.add(live.getMetadata().getName());
        return answer;
    });

    @Test
    void aPodThatStaysAwayIsAskedAbout() {
        // Given
        at(0, Reason.CHECK_PASSED);

        // When
        Cause told = at(5, Reason.PROVISIONING);

        // Then
        assertThat(told.reason()).isEqualTo(Reason.WRITE_REFUSED);
        assertThat(told.message()).contains(WORDS, "kubectl delete statefulset shop-redis");
    }

    @ParameterizedTest
    @CsvSource({"PROVISIONING, PROVISIONING", "RESTARTING, RESTARTING", "WRITE_REFUSED, PROVISIONING"})
    void aPodThatWouldBeTakenIsOnItsWay(Reason before, Reason told) {
        // Given
        at(0, Reason.CHECK_PASSED);
        answer = Optional.empty();

        // Then
        assertThat(at(5, before).reason()).isEqualTo(told);
        assertThat(asked).containsExactly("shop-redis");
    }

    @Test
    void nobodyIsAskedAboutAPodThatIsMissingForAMoment() {
        // Then
        assertThat(at(0, Reason.CHECK_PASSED).reason()).isEqualTo(Reason.PROVISIONING);
        assertThat(at(2, Reason.PROVISIONING).reason()).isEqualTo(Reason.PROVISIONING);
        // When
        missing.forget(CheckedServer.PROFILE);
        // Then
        assertThat(at(9, Reason.CHECK_PASSED).reason()).isEqualTo(Reason.PROVISIONING);
        assertThat(asked).isEmpty();
    }

    @Test
    void nobodyIsAskedWhileTheFormerPodIsThere() {
        // Given
        Pod going = PodPhases.goingAway(PodPhases.podOf(OBJECTS.statefulSet()));
        at(0, Reason.CHECK_PASSED, going);

        // Then
        assertThat(at(9, Reason.RESTARTING, going).reason()).isEqualTo(Reason.RESTARTING);
        assertThat(asked).isEmpty();
    }

    private Cause at(int seconds, Reason before, Pod... pods) {
        Observed observed = ObservedBuilder.nothing()
                .statefulSet(OBJECTS.statefulSet())
                .pods(pods)
                .at(ObservedBuilder.NOW.plusSeconds(seconds))
                .observed();
        return missing.why(
                CheckedServer.PROFILE,
                new ExpectedServer(
                        OBJECTS.revision(),
                        SampleProfiles.IMAGE,
                        SampleProfiles.credentials(),
                        Optional.of(new Cause(before, "told before"))),
                observed);
    }
}
