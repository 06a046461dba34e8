package dev.cacheward.cacheprofile.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.cacheprofile.model.Credentials;
import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.ObservedBuilder;
import dev.cacheward.cacheprofile.model.PodPhases;
import dev.cacheward.cacheprofile.model.RolloutStep;
import dev.cacheward.cacheprofile.model.ValidatedProfile;
import dev.cacheward.configmap.DeliveryMap;
import dev.cacheward.kubernetes.Owner;
import dev.cacheward.kubernetes.fields.SecretText;
import dev.cacheward.redis.Password;
import dev.cacheward.runtime.RunAs;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CacheProfilePlannerTest {
    private static final CacheProfile BEFORE = SampleProfiles.minimal();
    private static final CacheProfile CHANGED = SampleProfiles.managed("bind: [All]");
    private static final Credentials NEW_PASSWORD =
            new Credentials(new Password("new"), new Password("operator"), new Password("probe"), "ALIAS");

    @Test
    void forAnInvalidProfileNothingIsPlanned() {
        // Given
        Observed nothing = ObservedBuilder.nothing().observed();
        ValidatedProfile invalid = SampleProfiles.validate(SampleProfiles.profile("ttls: {users: 60}"), nothing);

        // When
        Optional<ProfilePlan> plan = new CacheProfilePlanner(new RunAs.Uid(999), Optional.empty())
                .plan(invalid, nothing, Optional.of(SampleProfiles.credentials()));

        // Then
        assertThat(plan).isEmpty();
    }

    @Test
    void withoutCredentialsAllButTheServerAndItsConnectionIsPlanned() {
        // Given
        Observed nothing = ObservedBuilder.nothing().observed();

        // When
        ProfilePlan plan = new CacheProfilePlanner(new RunAs.Uid(999), Optional.empty())
                .plan(SampleProfiles.validate(BEFORE, nothing), nothing, Optional.empty())
                .orElseThrow();

        // Then
        assertThat(plan.server()).isEmpty();
        assertThat(plan.deliveries()).hasSize(1);
        assertThat(plan.supporting())
                .extracting(HasMetadata::getKind)
                .containsExactly("ServiceAccount", "Service", "Service");
    }

    @Test
    void aNewPasswordIsPublishedOnceTheServerTakesIt() {
        // Given
        ProfilePlan taken =
                SampleProfiles.plan(BEFORE, ObservedBuilder.nothing().observed(), NEW_PASSWORD);

        // When
        ProfilePlan plan = SampleProfiles.plan(
                BEFORE,
                ObservedBuilder.serving(taken).redis(Answers.of("7.0.15")).observed(),
                NEW_PASSWORD);

        // Then
        assertThat(published(plan)).containsExactly("new", "new");
    }

    @Test
    void whileAnotherChangeIsHeldBackTheOldPasswordStaysPublishedSinceTheRunningServerKnowsThatOne() {
        // Given
        ObservedBuilder trying = serving(BEFORE);

        // When
        ProfilePlan plan = SampleProfiles.plan(CHANGED, trying.observed(), NEW_PASSWORD);

        // Then
        assertThat(plan.server().orElseThrow().step()).isInstanceOf(RolloutStep.Preflight.class);
        assertThat(published(plan)).containsExactly("app", "app");
    }

    @Test
    void mapsThatAreNoLongerNamedAreLeftOver() {
        // Given
        Owner owner = SampleProfiles.valid(BEFORE).owner();
        ConfigMap old = DeliveryMap.own(owner, "shop-cache", new TreeMap<>());
        CacheProfile moved = SampleProfiles.profile("ttls: {users: 5m}", "delivery: [{configMap: {name: mine}}]");

        // Then
        assertThat(leftovers(moved, ObservedBuilder.nothing().optional(old))).containsExactly(old);
        assertThat(leftovers(BEFORE, ObservedBuilder.nothing().optional(old))).isEmpty();
    }

    @Test
    void aNetworkPolicyThatIsNoLongerAskedForIsLeftOver() {
        // Given
        CacheProfile closed = SampleProfiles.managed("networkPolicy: {}");
        HasMetadata policy = SampleProfiles.plan(
                        closed, ObservedBuilder.nothing().observed())
                .supporting()
                .stream()
                .filter(object -> object.getKind().equals("NetworkPolicy"))
                .findFirst()
                .orElseThrow();

        // Then
        assertThat(leftovers(closed, ObservedBuilder.nothing().optional(policy)))
                .isEmpty();
        assertThat(leftovers(BEFORE, ObservedBuilder.nothing().optional(policy)))
                .containsExactly(policy);
    }

    @Test
    void aTrialIsLeftOverWhenItHasServedItsPurposeOrTriedSomethingElse() {
        // Given
        Pod trial = SampleProfiles.objects(CHANGED).preflight();
        Pod passed = PodPhases.phase(trial, "Succeeded");
        Pod failed = PodPhases.phase(trial, "Failed");

        // Then
        assertThat(leftovers(CHANGED, serving(BEFORE).preflight(trial))).isEmpty();
        assertThat(leftovers(CHANGED, serving(BEFORE).preflight(failed)))
                .as("its words are needed")
                .isEmpty();
        assertThat(leftovers(CHANGED, serving(BEFORE).preflight(passed))).containsExactly(passed);
        assertThat(leftovers(BEFORE, serving(BEFORE).preflight(trial)))
                .as("taken back")
                .containsExactly(trial);
        assertThat(leftovers(
                        SampleProfiles.managed("bind: [PodIP]"), serving(BEFORE).preflight(failed)))
                .containsExactly(failed);
    }

    private static ObservedBuilder serving(CacheProfile profile) {
        return ObservedBuilder.serving(
                SampleProfiles.plan(profile, ObservedBuilder.nothing().observed()));
    }

    private static List<HasMetadata> leftovers(CacheProfile profile, ObservedBuilder seen) {
        return SampleProfiles.plan(profile, seen.observed()).leftovers();
    }

    private static List<String> published(ProfilePlan plan) {
        return plan.supporting().stream()
                .filter(Secret.class::isInstance)
                .map(Secret.class::cast)
                .map(secret -> SecretText.decode(secret, "password")
                        .or(() -> SecretText.decode(secret, "REDIS_PASSWORD"))
                        .orElseThrow())
                .toList();
    }
}
