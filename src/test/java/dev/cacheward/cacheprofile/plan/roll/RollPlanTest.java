package dev.cacheward.cacheprofile.plan.roll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.cacheprofile.model.ObservedBuilder;
import dev.cacheward.cacheprofile.model.PodPhases;
import dev.cacheward.cacheprofile.model.RolloutStep;
import dev.cacheward.cacheprofile.model.roll.ActivePod;
import dev.cacheward.cacheprofile.model.roll.RollFacts;
import dev.cacheward.cacheprofile.model.roll.RollMark;
import dev.cacheward.cacheprofile.model.roll.RollWishes;
import dev.cacheward.cacheprofile.model.roll.WarmStep;
import dev.cacheward.cacheprofile.plan.ProfilePlan;
import dev.cacheward.cacheprofile.plan.SampleProfiles;
import dev.cacheward.drift.Drift;
import dev.cacheward.kubernetes.ResourceAnnotations;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A roll seen through the whole plan of a profile. */
class RollPlanTest {
    private static final CacheProfile BEFORE = SampleProfiles.minimal();
    private static final CacheProfile CHANGED = SampleProfiles.managed("podTemplate: {labels: {a: b}}");

    @Test
    void theUpgradeOfTheOperatorLeadsTheServiceToThePodAndRollsNothing() {
        // Given
        ObservedBuilder seen = serving()
                .service(new ServiceBuilder()
                        .withNewSpec()
                        .addToSelector("a", "b")
                        .endSpec()
                        .build());
        // When
        ProfilePlan plan = SampleProfiles.plan(BEFORE, seen.observed());
        // Then
        assertThat(step(plan)).isInstanceOf(RolloutStep.Apply.class);
        assertThat(Drift.exists(
                        statefulSet(plan), SampleProfiles.objects(BEFORE).statefulSet()))
                .isFalse();
        assertThat(selected(plan)).isEqualTo("shop-redis-0");
    }

    @Test
    void aChangedServerGetsASecondPodAndNothingIsDeletedButTheTrial() {
        // Given
        Pod trial = PodPhases.phase(SampleProfiles.objects(CHANGED).preflight(), "Succeeded");
        // When
        ProfilePlan plan =
                SampleProfiles.plan(CHANGED, serving().preflight(trial).observed());
        // Then
        assertThat(step(plan))
                .isInstanceOfSatisfying(
                        RolloutStep.Roll.class, roll -> assertThat(roll.step()).isInstanceOf(WarmStep.Surge.class));
        assertThat(statefulSet(plan).getSpec().getReplicas()).isEqualTo(2);
        assertThat(statefulSet(plan).getSpec().getOrdinals().getStart()).isZero();
        assertThat(RollMark.of(statefulSet(plan))).isPresent();
        assertThat(selected(plan)).isEqualTo("shop-redis-0");
        assertThat(plan.leftovers()).containsExactly(trial);
    }

    @Test
    void whileAnotherChangeIsTriedTheRollRestsAndKeepsBothPods() {
        // Given
        StatefulSet pair = new StatefulSetBuilder(
                        SampleProfiles.objects(CHANGED).statefulSet())
                .editSpec()
                .withReplicas(2)
                .withNewOrdinals(0)
                .endSpec()
                .build();
        CacheProfile third = SampleProfiles.managed("podTemplate: {labels: {a: c}}");
        // When
        ProfilePlan plan =
                SampleProfiles.plan(third, serving().statefulSet(pair).observed());
        // Then
        assertThat(step(plan)).isInstanceOf(RolloutStep.Preflight.class);
        assertThat(selected(plan)).isEqualTo("shop-redis-0");
        assertThat(plan.leftovers()).isEmpty();
    }

    @Test
    void aWishToMoveIsAnotherTemplateAndStaysOneWhenItIsTakenBack() {
        // Given
        RollFacts wish = new RollFacts(new RollWishes(false, Optional.of("1"), ""), Map.of(), Optional.empty());
        // When
        ProfilePlan moved = SampleProfiles.plan(BEFORE, serving().roll(wish).observed());
        ProfilePlan after = SampleProfiles.plan(
                BEFORE,
                ObservedBuilder.serving(moved.server().orElseThrow().objects(), Optional.empty())
                        .observed());
        // Then
        assertThat(step(moved)).isInstanceOf(RolloutStep.Preflight.class);
        assertThat(statefulSet(moved).getSpec().getTemplate().getMetadata().getAnnotations())
                .containsEntry(ResourceAnnotations.MOVE, "1");
        assertThat(statefulSet(after)).isEqualTo(statefulSet(moved));
    }

    private static ObservedBuilder serving() {
        return ObservedBuilder.serving(
                SampleProfiles.plan(BEFORE, ObservedBuilder.nothing().observed()));
    }

    private static RolloutStep step(ProfilePlan plan) {
        return plan.server().orElseThrow().step();
    }

    private static StatefulSet statefulSet(ProfilePlan plan) {
        return plan.server().orElseThrow().objects().statefulSet();
    }

    private static String selected(ProfilePlan plan) {
        return plan.supporting().stream()
                .filter(object -> object instanceof Service
                        && object.getMetadata().getName().equals("shop-redis"))
                .map(service -> ((Service) service).getSpec().getSelector().get(ActivePod.LABEL))
                .findFirst()
                .orElseThrow();
    }
}
