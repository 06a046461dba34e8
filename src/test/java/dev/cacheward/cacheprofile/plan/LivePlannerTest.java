package dev.cacheward.cacheprofile.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.cacheprofile.model.Credentials;
import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.ObservedBuilder;
import dev.cacheward.cacheprofile.model.ObservedRedis;
import dev.cacheward.cacheprofile.model.PodPhases;
import dev.cacheward.cacheprofile.model.RolloutStep;
import dev.cacheward.cacheprofile.render.ServerObjects;
import dev.cacheward.redis.LiveChange;
import dev.cacheward.redis.Password;
import dev.cacheward.redis.conf.Rendering;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the running server is told, so that its pod and its keys stay. */
class LivePlannerTest {
    private final ObservedRedis answered = Answers.of("7.0.15");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "config: {timeout: '300'}                     | {timeout=300}",
                "config: {TIMEOUT: '300', hz: '20'}           | {hz=20, timeout=300}",
                "evictionPolicy: allkeys-lru                  | {maxmemory-policy=allkeys-lru}",
                "maxMemory: 100Mi                             | {maxmemory=104857600, maxmemory-clients=41943040}",
                "disabledCommands: [FLUSHDB, FLUSHALL, KEYS, CONFIG, DEBUG] | {}",
                "auth: {allowedCommands: [SCAN]}              | {}"
            })
    void whatTheServerTakesWhileItRunsIsTold(String edit, String parameters) {
        // When
        LiveChange change = live(plan(SampleProfiles.managed(edit), answered));

        // Then
        assertThat(change.parameters()).hasToString(parameters);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "disabledCommands: [FLUSHDB, FLUSHALL, KEYS, CONFIG, DEBUG]",
                "auth: {allowedCommands: [SLOWLOG]}",
            })
    void anotherRuleForCommandsIsOneUser(String edit) {
        // When
        LiveChange change = live(plan(SampleProfiles.managed(edit), answered));

        // Then
        assertThat(change.users()).singleElement().asString().startsWith("user default reset on #");
    }

    @Test
    void aParameterThatIsTakenOutGetsItsDefaultBack() {
        // Given
        Observed observed = serving(SampleProfiles.managed("config: {timeout: '300'}"), Rendering.CURRENT, answered);

        // When
        LiveChange change = live(SampleProfiles.plan(SampleProfiles.minimal(), observed));

        // Then
        assertThat(change.parameters()).isEqualTo(Map.of("timeout", "0"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "image: docker.io/valkey/valkey:8.1.1",
                "bind: [All]",
                "config: {databases: '20'}",
                "config: {timeout: '300', databases: '20'}",
                "disabledCommands: []",
                "disabledCommands: [FLUSHDB, FLUSHALL, KEYS]",
                "persistence: {mode: Snapshot}",
                "podTemplate: {labels: {team: shop}}"
            })
    void whatTakesANewProcessIsTriedOutFirst(String edit) {
        assertThat(step(plan(SampleProfiles.managed(edit), answered))).isInstanceOf(RolloutStep.Preflight.class);
    }

    @Test
    void aServerOfAnEarlierReleaseIsToldParametersInItsOwnRendering() {
        // Given
        Observed observed = serving(SampleProfiles.minimal(), Rendering.FIRST, answered);

        // When
        ProfilePlan plan = SampleProfiles.plan(SampleProfiles.managed("config: {timeout: '300'}"), observed);

        // Then
        assertThat(live(plan).parameters()).isEqualTo(Map.of("timeout", "300"));
        assertThat(plan.server()
                        .orElseThrow()
                        .objects()
                        .statefulSet()
                        .getSpec()
                        .getTemplate()
                        .getSpec())
                .isEqualTo(observed.server()
                        .statefulSet()
                        .orElseThrow()
                        .getSpec()
                        .getTemplate()
                        .getSpec());
    }

    @Test
    void aServerOfAnEarlierReleaseDoesNotLetItsUsersBeChanged() {
        // Given
        Observed observed = serving(SampleProfiles.minimal(), Rendering.FIRST, answered);

        // When
        ProfilePlan plan = SampleProfiles.plan(SampleProfiles.managed("auth: {allowedCommands: [SLOWLOG]}"), observed);

        // Then
        assertThat(step(plan)).isInstanceOf(RolloutStep.Preflight.class);
    }

    @Test
    void anotherPasswordIsTold() {
        // Given
        Credentials before = SampleProfiles.credentials();
        Credentials after =
                new Credentials(new Password("other"), before.operator(), before.probe(), before.configCommand());

        // When
        ProfilePlan plan = SampleProfiles.plan(
                SampleProfiles.minimal(), serving(SampleProfiles.minimal(), Rendering.CURRENT, answered), after);

        // Then
        assertThat(live(plan).users()).singleElement().asString().contains("#" + new Password("other").sha256());
        assertThat(live(plan)).hasToString("LiveChange[]");
    }

    @Test
    void whenTheOperatorEndedAfterItMarkedThePodTheRestIsWritten() {
        // Given
        CacheProfile edited = SampleProfiles.managed("config: {timeout: '300'}");
        ServerObjects told = SampleProfiles.objects(edited);
        Observed between = ObservedBuilder.serving(SampleProfiles.objects(SampleProfiles.minimal()), Optional.empty())
                .pods(PodPhases.ready(PodPhases.podOf(told.statefulSet())))
                .observed();

        // When
        ProfilePlan plan = SampleProfiles.plan(edited, between);

        // Then
        assertThat(step(plan)).isInstanceOf(RolloutStep.Apply.class);
        assertThat(plan.leftovers()).isEmpty();
    }

    @Test
    void aServerThatDoesNotAnswerIsLeftAsItIs() {
        // Given
        Cause late = new Cause(Reason.TIMEOUT, "It is late.");

        // When
        ProfilePlan plan = plan(
                SampleProfiles.managed("config: {timeout: '300'}"), new ObservedRedis.Silent(Answers.SERVER, late));

        // Then
        assertThat(step(plan)).isEqualTo(new RolloutStep.Hold(late));
    }

    private static LiveChange live(ProfilePlan plan) {
        assertThat(step(plan)).isInstanceOf(RolloutStep.Live.class);
        return ((RolloutStep.Live) step(plan)).change();
    }

    private static RolloutStep step(ProfilePlan plan) {
        return plan.server().orElseThrow().step();
    }

    private static ProfilePlan plan(CacheProfile wanted, ObservedRedis redis) {
        return SampleProfiles.plan(wanted, serving(SampleProfiles.minimal(), Rendering.CURRENT, redis));
    }

    private static Observed serving(CacheProfile running, Rendering rendering, ObservedRedis redis) {
        ServerObjects objects = SampleProfiles.objects(running, rendering);
        return ObservedBuilder.serving(objects, Optional.empty()).redis(redis).observed();
    }
}
