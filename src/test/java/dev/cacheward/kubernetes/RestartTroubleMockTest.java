package dev.cacheward.kubernetes;

import static dev.cacheward.kubernetes.RestartRig.BACKEND;
import static dev.cacheward.kubernetes.RestartRig.GATHERING;
import static dev.cacheward.kubernetes.RestartRig.WORKER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cacheward.api.v1alpha1.RestartTarget;
import dev.cacheward.api.v1alpha1.WorkloadKind;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said when a workload cannot be marked, and when it is tried again. */
class RestartTroubleMockTest {
    private final RestartRig rig = new RestartRig();

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void aMissingWorkloadIsToldAndNeverCreatedAndTheOthersAreMarked() {
        // Given
        rig.create(WORKER, "");

        // When
        RestartLook look = rig.restart("one", BACKEND, WORKER);

        // Then
        assertThat(look.warnings().texts())
                .containsExactly(
                        "Deployment \"backend\" of spec.restart does not exist; it is looked for once a minute.");
        assertThat(look.again()).contains(Duration.ofMinutes(1));
        assertThat(rig.mark(WORKER)).isEqualTo("one");
        assertThat(rig.person.apps().deployments().withName("backend").get()).isNull();
        rig.create(BACKEND, "");
        assertThat(rig.restart("one", BACKEND, WORKER).warnings().texts()).isEmpty();
        assertThat(rig.mark(BACKEND)).isEqualTo("one");
    }

    @Test
    void aRefusedReadIsToldAndAskedForAgainAfterAMinute() {
        // Given
        rig.create(BACKEND, "");
        rig.refuse("GET", 403);

        // When
        RestartLook refused = rig.look("one", BACKEND);
        rig.clock.pass(Duration.ofSeconds(59));
        RestartLook soon = rig.look("one", BACKEND);

        // Then
        assertThat(refused.warnings().texts())
                .containsExactly(
                        "Deployment \"backend\" of spec.restart is not restarted: the API server refuses it: may not.");
        assertThat(refused.again()).contains(Duration.ofMinutes(1));
        assertThat(soon).isEqualTo(refused);
        assertThat(rig.requests()).hasSize(1);
        rig.clock.pass(Duration.ofSeconds(1));
        rig.look("one", BACKEND);
        assertThat(rig.requests()).hasSize(2);
    }

    @Test
    void aRefusedWriteKeepsItsWarningUntilItSucceeds() {
        // Given
        rig.create(BACKEND, "");
        rig.refuse("PATCH", 422);
        RestartLook refused = rig.restart("one", BACKEND);

        // When
        rig.api.clearFaults();
        rig.clock.pass(Duration.ofMinutes(1));
        RestartLook gathering = rig.look("one", BACKEND);
        rig.clock.pass(GATHERING);
        RestartLook healed = rig.look("one", BACKEND);

        // Then
        assertThat(refused.warnings().texts()).hasSize(1);
        assertThat(gathering.warnings()).isEqualTo(refused.warnings());
        assertThat(gathering.again()).contains(GATHERING);
        assertThat(healed.warnings().texts()).isEmpty();
        assertThat(rig.mark(BACKEND)).isEqualTo("one");
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 409})
    void whatPassesByItselfIsLeftToTheRetry(int code) {
        // Given
        rig.create(BACKEND, "");
        rig.look("one", BACKEND);
        rig.clock.pass(GATHERING);
        rig.refuse("PATCH", code);

        // When
        assertThatThrownBy(() -> rig.look("one", BACKEND)).isInstanceOf(KubernetesClientException.class);

        // Then
        rig.api.clearFaults();
        assertThat(rig.restart("one", BACKEND).warnings().texts()).isEmpty();
        assertThat(rig.mark(BACKEND)).isEqualTo("one");
    }

    @Test
    void aWorkloadMadeAnewSinceItWasSeenIsNotMarkedInItsPlace() {
        // Given
        rig.create(BACKEND, "");
        Mark mark = Mark.of(Owner.of(RestartRig.PROFILE), Labels.PROFILE, "one");
        Workloads workloads = new Workloads(rig.operator());
        String uid = ((Marking.Due) workloads.look(BACKEND, mark)).uid();

        // When
        rig.person.apps().deployments().withName("backend").delete();

        // Then
        assertThatThrownBy(() -> workloads.write(BACKEND, mark, uid)).hasMessageContaining("uid mismatch");
        rig.create(BACKEND, "");
        assertThatThrownBy(() -> workloads.write(BACKEND, mark, uid)).isInstanceOf(KubernetesClientException.class);
        assertThat(rig.mark(BACKEND)).isEqualTo("");
    }

    @Test
    void aRedisOfTheOperatorIsNotRestarted() {
        // Given
        RestartTarget redis = new RestartTarget(WorkloadKind.STATEFUL_SET, "shop-redis");
        rig.create(redis, "");
        rig.person.apps().statefulSets().withName("shop-redis").edit(set -> {
            set.getMetadata().setLabels(Map.of(Labels.MANAGED_BY, Labels.OPERATOR));
            return set;
        });

        // When
        RestartLook look = rig.restart("one", redis);

        // Then
        assertThat(look.warnings().texts())
                .singleElement()
                .asString()
                .contains("StatefulSet \"shop-redis\"", "a Redis that this operator runs");
        assertThat(rig.writes()).isEmpty();
    }
}
