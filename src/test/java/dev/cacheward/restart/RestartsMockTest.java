package dev.cacheward.restart;

import static dev.cacheward.restart.RestartRig.ANNOTATION;
import static dev.cacheward.restart.RestartRig.BACKEND;
import static dev.cacheward.restart.RestartRig.GATHERING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.RestartTarget;
import dev.cacheward.api.v1alpha1.WorkloadKind;
import dev.cacheward.delivery.RestartPlan;
import dev.cacheward.kubernetes.Owner;
import dev.cacheward.kubernetes.OwnerKind;
import dev.cacheward.testbed.EmbeddedApi;
import dev.cacheward.testbed.Request;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** When a workload is marked, and with which requests. */
class RestartsMockTest {
    private final RestartRig rig = new RestartRig();

    @AfterEach
    void stop() {
        rig.close();
    }

    @ParameterizedTest
    @EnumSource(WorkloadKind.class)
    void everyKindOfWorkloadIsMarkedFiveSecondsAfterTheChange(WorkloadKind kind) {
        // Given
        RestartTarget target = new RestartTarget(kind, "backend");
        rig.create(target, "");

        // When
        RestartResult first = rig.look("one", target);
        rig.clock.pass(GATHERING.minusMillis(1));
        RestartResult early = rig.look("one", target);
        rig.clock.pass(Duration.ofMillis(1));
        RestartResult last = rig.look("one", target);

        // Then
        assertThat(first.again()).contains(GATHERING);
        assertThat(early.again()).contains(Duration.ofMillis(1));
        assertThat(last).isEqualTo(new RestartResult(first.warnings(), Optional.empty()));
        assertThat(last.warnings().texts()).isEmpty();
        assertThat(rig.writes()).singleElement().matches(Request::isApply);
        assertThat(rig.mark(target)).isEqualTo("one");
    }

    @Test
    void whatTheTemplateHoldsBesideTheMarkStays() {
        // Given
        rig.create(BACKEND, "team: shop");

        // When
        rig.restart("one", BACKEND);

        // Then
        Deployment live = rig.person.apps().deployments().withName("backend").get();
        assertThat(live.getSpec().getTemplate().getMetadata().getAnnotations())
                .containsEntry("team", "shop")
                .containsEntry(ANNOTATION, "one");
        assertThat(live.getSpec().getTemplate().getSpec().getContainers()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"team: shop, false", "'', true"})
    void anApplyIsForcedOnlyWhereNoAnnotationIs(String annotations, boolean forced) {
        // Given
        rig.create(BACKEND, annotations);

        // When
        rig.restart("one", BACKEND);

        // Then
        assertThat(rig.writes())
                .singleElement()
                .extracting(Request::query)
                .asString()
                .contains("force=" + forced);
        assertThat(rig.mark(BACKEND)).isEqualTo("one");
    }

    @Test
    void changesWithinFiveSecondsOfTheFirstBecomeOneWriteOfTheLast() {
        // Given
        rig.create(BACKEND, "");
        rig.look("one", BACKEND);

        // When
        rig.clock.pass(Duration.ofSeconds(3));
        rig.look("two", BACKEND);
        rig.clock.pass(Duration.ofSeconds(2));
        rig.look("three", BACKEND);

        // Then
        assertThat(rig.writes()).hasSize(1);
        assertThat(rig.mark(BACKEND)).isEqualTo("three");
    }

    @Test
    void aChangeThatIsTakenBackInTimeRestartsNothing() {
        // Given
        rig.create(BACKEND, "");
        rig.restart("one", BACKEND);
        rig.look("two", BACKEND);

        // When
        rig.clock.pass(Duration.ofSeconds(4));
        RestartResult back = rig.look("one", BACKEND);
        rig.clock.pass(Duration.ofSeconds(4));
        RestartResult anew = rig.look("three", BACKEND);

        // Then
        assertThat(back.again()).isEmpty();
        assertThat(anew.again()).contains(GATHERING);
        assertThat(rig.writes()).hasSize(1);
    }

    @Test
    void aMarkedWorkloadIsReadAndNotWritten() {
        // Given
        rig.create(BACKEND, "");
        rig.restart("one", BACKEND);
        rig.api.clearRequests();

        // When
        rig.restart("one", BACKEND);

        // Then
        assertThat(rig.requests()).extracting(Request::method).containsExactly("GET", "GET");
    }

    @Test
    void withoutWorkloadsNothingIsAsked() {
        // When
        RestartResult look = rig.restarts.apply(RestartRig.PROFILE, RestartPlan.none(), rig.clock.instant());

        // Then
        assertThat(look.again()).isEmpty();
        assertThat(rig.requests()).isEmpty();
    }

    @Test
    void eachKindOfResourceHasAMarkAndAManagerOfItsOwn() {
        // Given
        Owner profile = Owner.of(RestartRig.PROFILE);
        Owner policy = new Owner(profile.apiVersion(), OwnerKind.POLICY, profile.namespace(), "shop", "another");

        // Then
        assertThat(Mark.of(profile, RestartRig.plan("one")))
                .isEqualTo(
                        new Mark(EmbeddedApi.NAMESPACE, "cacheward-profile-shop", ANNOTATION, RestartRig.plan("one")));
        assertThat(Mark.of(policy, RestartRig.plan("one")))
                .isEqualTo(new Mark(
                        EmbeddedApi.NAMESPACE,
                        "cacheward-policy-shop",
                        "policy.cacheward.dev/shop",
                        RestartRig.plan("one")));
    }
}
