package dev.cacheward.cacheprofile.managed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.cacheprofile.model.ObservedBuilder;
import dev.cacheward.cacheprofile.model.ObservedRedis;
import dev.cacheward.cacheprofile.model.PodPhases;
import dev.cacheward.cacheprofile.plan.ProfilePlan;
import dev.cacheward.cacheprofile.plan.SampleProfiles;
import dev.cacheward.cacheprofile.render.StatefulSetRenderer;
import dev.cacheward.runtime.ClusterDomain;
import dev.cacheward.status.Reason;
import dev.cacheward.testbed.EmbeddedApi;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which server is asked while a profile is observed. At rest this is the one INFO of a reconciliation. */
class ObserverRedisMockTest {
    private static final CacheProfile PROFILE = SampleProfiles.minimal();
    private static final ProfilePlan PLAN =
            SampleProfiles.plan(PROFILE, ObservedBuilder.nothing().observed());
    private static final Pod POD =
            PodPhases.podOf(PLAN.server().orElseThrow().objects().statefulSet());

    private final EmbeddedApi api = EmbeddedApi.start();
    private final ScriptedRedis redis = new ScriptedRedis();

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void theServerThatServesIsAskedOnceAsTheOperatorsOwnUser() {
        // When
        ObservedRedis observed = observe(PodPhases.ready(POD), objects());

        // Then
        assertThat(redis.askedForInfo).containsExactly(PodPhases.ADDRESS + " as cacheward");
        assertThat(redis.asked).isEmpty();
        assertThat(observed).isInstanceOfSatisfying(ObservedRedis.Answered.class, answered -> {
            assertThat(answered.info().version()).hasToString("Redis " + ScriptedRedis.VERSION);
            assertThat(answered.server().configCommand())
                    .isEqualTo(SampleProfiles.credentials().configCommand());
        });
    }

    @Test
    void aServerThatDoesNotServeYetIsNotAsked() {
        assertThat(observe(PodPhases.running(POD), objects())).isInstanceOf(ObservedRedis.NotAsked.class);
        assertThat(redis.askedForInfo).isEmpty();
    }

    @Test
    void aPodThatMerelyHasOurLabelsIsNotAsked() {
        // Given
        Pod foreign = new PodBuilder(PodPhases.ready(POD))
                .editMetadata()
                .removeFromAnnotations(StatefulSetRenderer.REVISION)
                .endMetadata()
                .build();

        // Then
        assertThat(observe(foreign, objects())).isInstanceOf(ObservedRedis.NotAsked.class);
        assertThat(redis.askedForInfo).isEmpty();
    }

    @Test
    void aServerWhosePasswordsAreLostIsNotAsked() {
        // Given
        List<HasMetadata> withoutSecrets =
                objects().stream().filter(object -> !(object instanceof Secret)).toList();

        // Then
        assertThat(observe(PodPhases.ready(POD), withoutSecrets)).isInstanceOf(ObservedRedis.NotAsked.class);
        assertThat(redis.askedForInfo).isEmpty();
    }

    @Test
    void aServerThatGivesNoAnswerIsSilentAndSaysWhy() {
        // Given
        redis.answersNothing(Reason.TIMEOUT);

        // When
        ObservedRedis observed = observe(PodPhases.ready(POD), objects());

        // Then
        assertThat(observed)
                .isInstanceOfSatisfying(
                        ObservedRedis.Silent.class,
                        silent -> assertThat(silent.cause().reason()).isEqualTo(Reason.TIMEOUT));
    }

    private ObservedRedis observe(Pod pod, List<HasMetadata> objects) {
        Clock clock = Clock.fixed(ObservedBuilder.NOW, ZoneOffset.UTC);
        return new Observer(
                        api.client(),
                        new CachedChildren(objects, List.of(pod)),
                        redis.turns(),
                        clock,
                        ClusterDomain.DEFAULT)
                .observe(PROFILE)
                .redis();
    }

    private static List<HasMetadata> objects() {
        List<HasMetadata> objects = new ArrayList<>(PLAN.supporting());
        objects.addAll(PLAN.server().orElseThrow().objects().inOrder());
        return objects.stream().map(SampleProfiles::copy).toList();
    }
}
