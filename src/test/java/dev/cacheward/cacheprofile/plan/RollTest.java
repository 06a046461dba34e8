package dev.cacheward.cacheprofile.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.cacheprofile.model.Credentials;
import dev.cacheward.cacheprofile.model.ObservedBuilder;
import dev.cacheward.cacheprofile.model.Profile;
import dev.cacheward.cacheprofile.model.RolloutStep;
import dev.cacheward.cacheprofile.render.PodRenderer;
import dev.cacheward.cacheprofile.render.ServerObjects;
import dev.cacheward.redis.Password;
import dev.cacheward.redis.conf.Rendering;
import dev.cacheward.runtime.RunAs;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a pod is replaced: never without need, since that empties a cache and ends sessions. */
class RollTest {
    /**
     * If a line of the table fails, the operator's next version replaces the pod of every profile at its first reconciliation.
     * Make the difference a new value of {@link Rendering} instead, with a line of its own.
     */
    @ParameterizedTest
    @CsvSource({
        "FIRST, 38a90b23aa93ee43, 1bb884b0d262f108",
        "SECOND, 0f6fd067c30d73ba, d1a03a2a53a280db",
        "THIRD, be7507205db1ee29, 497c658bdec2ef26"
    })
    void anEarlierRenderingStaysAsItWasToTheLetter(Rendering rendering, String fingerprint, String revision) {
        // When
        ServerObjects objects = SampleProfiles.objects(SampleProfiles.minimal(), rendering);

        // Then
        assertThat(objects.fingerprint()).isEqualTo(fingerprint);
        assertThat(objects.revision()).isEqualTo(revision);
    }

    @ParameterizedTest
    @EnumSource(Rendering.class)
    void anUpgradeRollsNoPodThatAnEarlierVersionMade(Rendering earlier) {
        // Given
        ServerObjects running = SampleProfiles.objects(SampleProfiles.minimal(), earlier);

        // When
        ProfilePlan plan = SampleProfiles.plan(
                SampleProfiles.minimal(),
                ObservedBuilder.serving(running, Optional.empty()).observed());

        // Then
        ProfilePlan.ServerPlan server = plan.server().orElseThrow();
        assertThat(server.step()).isInstanceOf(RolloutStep.Apply.class);
        assertThat(server.objects().statefulSet()).isEqualTo(running.statefulSet());
        assertThat(server.objects().conf()).isEqualTo(running.conf());
    }

    @Test
    void aRollThatComesAnywayBringsTheCurrentRendering() {
        // Given
        ServerObjects running = SampleProfiles.objects(SampleProfiles.minimal(), Rendering.FIRST);
        CacheProfile changed = SampleProfiles.managed("maxMemory: 50%");

        // When
        ProfilePlan plan = SampleProfiles.plan(
                changed, ObservedBuilder.serving(running, Optional.empty()).observed());

        // Then
        assertThat(plan.server().orElseThrow().objects().fingerprint())
                .isEqualTo(SampleProfiles.objects(changed, Rendering.CURRENT).fingerprint());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "enabled: false",
                "deletionPolicy: Retain",
                "delivery: []",
                "redis: {}",
                "redis: {managed: {evictionPolicy: volatile-lfu, maxMemory: 75%, disabledCommands: [CONFIG, KEYS, FLUSHALL,"
                        + " FLUSHDB]}}",
                "redis: {managed: {networkPolicy: {}}}",
                "redis: {managed: {resources: {requests: {cpu: 100m, memory: 256Mi}, limits: {memory: 256Mi}}}}"
            })
    void whatTheServerNeverSeesRollsNothing(String change) {
        // When
        ServerObjects changed = SampleProfiles.objects(SampleProfiles.profile("ttls: {prices: 1h}", change));

        // Then
        assertThat(changed.revision()).isEqualTo(revision(SampleProfiles.minimal()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "image: docker.io/valkey/valkey:8.1.1",
                "maxMemory: 50%",
                "config: {timeout: '300'}",
                "bind: [All]",
                "disabledCommands: []",
                "auth: {allowedCommands: [SCAN]}",
                "persistence: {mode: Snapshot}",
                "podTemplate: {labels: {team: shop}}",
                "podTemplate: {annotations: {note: x}}",
                "podTemplate: {nodeSelector: {disk: ssd}}"
            })
    void whatTheServerOrItsPodIsMadeOfIsTriedOutAndRolls(String change) {
        // When
        ServerObjects changed = SampleProfiles.objects(SampleProfiles.managed(change));

        // Then
        assertThat(changed.fingerprint()).isNotEqualTo(fingerprint(SampleProfiles.minimal()));
        assertThat(changed.revision()).isNotEqualTo(revision(SampleProfiles.minimal()));
    }

    @Test
    void anotherPasswordRollsThePodWithoutATrialWhichCouldNotFail() {
        // Given
        Profile profile = SampleProfiles.valid(SampleProfiles.minimal());
        Credentials before = SampleProfiles.credentials();
        Credentials after =
                new Credentials(new Password("other"), before.operator(), before.probe(), before.configCommand());

        // When
        ServerObjects changed = render(profile, after);

        // Then
        assertThat(changed.fingerprint()).isEqualTo(render(profile, before).fingerprint());
        assertThat(changed.revision()).isNotEqualTo(render(profile, before).revision());
    }

    @Test
    void thePodThatTriesAChangeOutCarriesNoPassword() {
        // When
        ServerObjects objects = SampleProfiles.objects(SampleProfiles.minimal());

        // Then
        assertThat(objects.preflight().toString())
                .doesNotContain(
                        SampleProfiles.credentials().application().sha256(),
                        SampleProfiles.credentials().operator().sha256(),
                        SampleProfiles.credentials().configCommand());
    }

    private static ServerObjects render(Profile profile, Credentials credentials) {
        return ServerObjects.render(
                profile, credentials, new PodRenderer(new RunAs.Uid(999)), Optional.empty(), Optional.empty());
    }

    private static String fingerprint(CacheProfile profile) {
        return SampleProfiles.objects(profile).fingerprint();
    }

    private static String revision(CacheProfile profile) {
        return SampleProfiles.objects(profile).revision();
    }
}
