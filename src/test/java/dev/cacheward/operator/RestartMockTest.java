package dev.cacheward.operator;

import static dev.cacheward.operator.RestartManifests.deployment;
import static dev.cacheward.operator.RestartManifests.policy;
import static dev.cacheward.operator.RestartManifests.profile;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Conditions;
import dev.cacheward.status.Reason;
import dev.cacheward.testbed.Request;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Which writes a change of the delivered keys costs where workloads are to be restarted, and what does not restart them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestartMockTest {
    private RunningOperator running;
    private RestartMarks marks;

    @BeforeAll
    void start() {
        running = new RunningOperator();
        marks = new RestartMarks(running.client);
    }

    @AfterAll
    void stop() {
        running.close();
    }

    @Test
    void aChangedTtlCostsOneWriteOfEachWorkloadBesideTheDeliveryAndTheStatus() {
        // Given
        running.apply(deployment("front") + deployment("back"));
        running.apply(profile("edited", "60s", "front", "back"));
        Optional<String> first = marks.awaitNew("back", "profile.cacheward.dev/edited", Optional.empty());
        running.awaitReady("edited");
        running.awaitTold("CacheProfile", "edited", Reason.READY);
        int before = running.writes().size();

        // When
        running.apply(profile("edited", "5m", "front", "back"));
        marks.awaitNew("front", "profile.cacheward.dev/edited", first);
        marks.awaitNew("back", "profile.cacheward.dev/edited", first);

        // Then
        assertThat(running.writes().stream().skip(before))
                .extracting(Request::path)
                .containsExactlyInAnyOrder(
                        "/api/v1/namespaces/default/configmaps/edited-cache",
                        "/apis/cacheward.dev/v1alpha1/namespaces/default/cacheprofiles/edited/status",
                        "/apis/apps/v1/namespaces/default/deployments/front",
                        "/apis/apps/v1/namespaces/default/deployments/back");
    }

    @Test
    void aChangeThatAltersNoKeyRestartsNothing() {
        // Given
        running.apply(deployment("steady"));
        running.apply(profile("steady", "60s", "steady"));
        Optional<String> first = marks.awaitNew("steady", "profile.cacheward.dev/steady", Optional.empty());
        running.awaitReady("steady");

        // When
        running.apply(profile("steady", "1m", "steady"));
        running.awaitReady("steady");
        running.apply(profile("steady", "1m", "steady") + "  deletionPolicy: Retain\n");
        running.awaitReady("steady");

        // Then
        assertThat(marks.read("steady", "profile.cacheward.dev/steady")).isEqualTo(first);
        assertThat(running.writes())
                .extracting(Request::path)
                .filteredOn(path -> path.endsWith("/deployments/steady"))
                .hasSize(1);
    }

    @Test
    void bothKindsMarkOneWorkloadEachForItself() {
        // Given
        running.apply(deployment("shared"));

        // When
        running.apply(profile("shared", "60s", "shared") + "---\n" + policy("shared", "shared"));

        // Then
        marks.awaitNew("shared", "profile.cacheward.dev/shared", Optional.empty());
        marks.awaitNew("shared", "policy.cacheward.dev/shared", Optional.empty());
    }

    @Test
    void aMissingWorkloadIsAWarningAndNoPartOfReady() {
        // When
        running.apply(profile("alone", "60s", "nowhere") + "---\n" + policy("alone", "nowhere"));
        Condition profile = running.awaitProfile("alone", ConditionType.READY, Reason.READY);
        Condition policy = running.awaitPolicy("alone", ConditionType.READY, Reason.READY);

        // Then
        assertThat(profile.message()).contains("Warning: Deployment \"nowhere\" of spec.restart does not exist");
        assertThat(policy.message()).contains("Warning: Deployment \"nowhere\" of spec.restart does not exist");
        running.apply(deployment("nowhere"));
        running.apply(profile("alone", "5m", "nowhere"));
        marks.awaitNew("nowhere", "profile.cacheward.dev/alone", Optional.empty());
        RunningOperator.soon()
                .until(() -> !Conditions.find(
                                running.profile("alone").getStatus().conditions(), ConditionType.READY)
                        .orElseThrow()
                        .message()
                        .contains("Warning"));
    }

    @Test
    void nothingIsRestartedForADeliveryThatDoesNotHold() {
        // Given
        running.apply(deployment("spared"));
        running.apply("""
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: foreign-cache}
                data: {mine: "1"}
                """);

        // When
        running.apply(profile("foreign", "60s", "spared"));
        running.apply(profile("invalid", "400d", "spared"));
        running.awaitProfile("foreign", ConditionType.STALLED, Reason.NAME_CONFLICT);
        running.awaitProfile("invalid", ConditionType.STALLED, Reason.INVALID_SPEC);

        // Then
        assertThat(running.api.requests())
                .extracting(Request::path)
                .filteredOn(path -> path.endsWith("/deployments/spared"))
                .hasSize(1);
    }

    @Test
    void theMarkStaysWhenTheWorkloadIsTakenOffTheList() {
        // Given
        running.apply(deployment("former"));
        running.apply(profile("former", "60s", "former"));
        Optional<String> first = marks.awaitNew("former", "profile.cacheward.dev/former", Optional.empty());

        // When
        running.apply(profile("former", "5m"));
        running.awaitReady("former");
        running.client.resource(running.profile("former")).delete();
        RunningOperator.soon().until(() -> running.profile("former") == null);

        // Then
        assertThat(marks.read("former", "profile.cacheward.dev/former")).isEqualTo(first);
    }
}
