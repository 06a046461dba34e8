package dev.cacheward.cacheprofile.managed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.ObservedBuilder;
import dev.cacheward.cacheprofile.model.PodPhases;
import dev.cacheward.cacheprofile.model.RolloutStep;
import dev.cacheward.cacheprofile.model.roll.RollFacts;
import dev.cacheward.cacheprofile.model.roll.RollWishes;
import dev.cacheward.cacheprofile.plan.CacheProfilePlanner;
import dev.cacheward.cacheprofile.plan.ProfilePlan;
import dev.cacheward.cacheprofile.plan.SampleProfiles;
import dev.cacheward.runtime.RunAs;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import dev.cacheward.testbed.EmbeddedApi;
import dev.cacheward.testbed.Request;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Before a pod that serves goes, the API server is asked whether it would take the next one. */
class AdmissionMockTest {
    private static final CacheProfile WANTED =
            SampleProfiles.managed("podTemplate: {labels: {a: b}}, resources: {limits: {memory: 512Mi}}");
    private static final String SMALL_QUOTA =
            "exceeded quota: team, requested: limits.memory=512Mi, used: limits.memory=256Mi, limited: limits.memory=400Mi";

    private static final RollFacts WITHOUT_ITS_DATA =
            new RollFacts(new RollWishes(true, Optional.empty(), ""), Map.of(), Optional.empty());

    private final EmbeddedApi api = EmbeddedApi.start();

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void aPodThatWouldBeRefusedKeepsTheServerAsItIs() {
        // Given
        refuse(403, SMALL_QUOTA);
        // When
        RolloutStep step = step(tried());
        // Then
        assertThat(step).isInstanceOfSatisfying(RolloutStep.Hold.class, hold -> {
            assertThat(hold.cause().reason()).isEqualTo(Reason.WRITE_REFUSED);
            assertThat(hold.cause().message())
                    .contains("requested: limits.memory=512Mi")
                    .doesNotContain("used:");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exceeded quota: team, requested: pods=1, used: pods=1, limited: pods=1",
                "admission webhook \"x\" does not support dry run"
            })
    void whatDoesNotSayThatThePodWillBeRefusedKeepsNothing(String message) {
        // Given
        refuse(403, message);
        // When
        RolloutStep step = step(tried().roll(WITHOUT_ITS_DATA));
        // Then
        assertThat(step).isInstanceOf(RolloutStep.Apply.class);
    }

    @Test
    void aPodThatTakesTheDataOverNeedsRoomBesideTheOldOne() {
        // Given
        refuse(403, "exceeded quota: team, requested: pods=1, used: pods=1, limited: pods=1");
        // When
        RolloutStep step = step(tried());
        // Then
        assertThat(step)
                .isInstanceOfSatisfying(
                        RolloutStep.Hold.class,
                        hold -> assertThat(hold.cause().message()).contains("cacheward.dev/allow-cold-roll"));
    }

    @Test
    void toAskCreatesNothing() {
        // When
        RolloutStep step = step(tried());
        // Then
        assertThat(step).isInstanceOf(RolloutStep.Roll.class);
        assertThat(api.writes()).singleElement().matches(Request::isDryRun);
    }

    @Test
    void nothingIsAskedBeforeTheTrialHasPassed() {
        // When
        RolloutStep step = step(running());
        // Then
        assertThat(step).isInstanceOf(RolloutStep.Preflight.class);
        assertThat(api.writes()).isEmpty();
    }

    @Test
    void aPodThatIsMissingIsToldInTheWordsAboutIt() {
        // Given
        refuse(403, SMALL_QUOTA);
        // When
        Optional<Cause> told =
                admission().missing(SampleProfiles.objects(WANTED).statefulSet());
        // Then
        assertThat(told).hasValueSatisfying(cause -> {
            assertThat(cause.reason()).isEqualTo(Reason.WRITE_REFUSED);
            assertThat(cause.message())
                    .contains("requested: limits.memory=512Mi", "kubectl delete statefulset shop-redis")
                    .doesNotContain("used:");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "403, admission webhook \"x\" does not support dry run",
        "409, pods \"shop-redis-0\" already exists",
        "500, the webhook is down"
    })
    void whatDoesNotSayThatTheMissingPodIsRefusedIsNotTold(int code, String message) {
        // Given
        refuse(code, message);
        // When, Then
        assertThat(admission().missing(SampleProfiles.objects(WANTED).statefulSet()))
                .isEmpty();
    }

    private void refuse(int code, String message) {
        api.failNext(1, Request::isDryRun, code, "Forbidden", message);
    }

    private static ObservedBuilder running() {
        return ObservedBuilder.serving(SampleProfiles.plan(
                SampleProfiles.minimal(), ObservedBuilder.nothing().observed()));
    }

    private static ObservedBuilder tried() {
        return running()
                .preflight(PodPhases.phase(SampleProfiles.objects(WANTED).preflight(), "Succeeded"));
    }

    private RolloutStep step(ObservedBuilder seen) {
        Observed observed = seen.observed();
        return admission()
                .plan(SampleProfiles.validate(WANTED, observed), observed, Optional.of(SampleProfiles.credentials()))
                .flatMap(ProfilePlan::server)
                .orElseThrow()
                .step();
    }

    private Admission admission() {
        return new Admission(api.client(), new CacheProfilePlanner(new RunAs.Uid(999), Optional.empty()));
    }
}
