package dev.cacheward.restart;

import static dev.cacheward.restart.RestartRig.BACKEND;
import static dev.cacheward.restart.RestartRig.WORKER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cacheward.api.v1alpha1.RestartTarget;
import dev.cacheward.api.v1alpha1.WorkloadKind;
import dev.cacheward.kubernetes.Labels;
import dev.cacheward.kubernetes.Owner;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said when a workload cannot be marked, and that the others are. */
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
        RestartResult look = rig.restart("one", BACKEND, WORKER);

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

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PATCH"})
    void aWorkloadAtWhichTheApiServerFailsIsToldAndKeepsNoOtherFromItsRestart(String method) {
        // Given
        rig.create(BACKEND, "");
        rig.create(WORKER, "");
        rig.refuse(method, "backend", 500);

        // When
        RestartResult failed = rig.restart("one", BACKEND, WORKER);

        // Then
        assertThat(failed.warnings().texts())
                .containsExactly("Deployment \"backend\" of spec.restart is not restarted: the API server fails at it:"
                        + " may not.");
        assertThat(rig.mark(WORKER)).isEqualTo("one");
        assertThat(failed.again()).contains(Duration.ofSeconds(15));
    }

    @Test
    void whatCannotBeReadForWantOfAnAnswerIsLeftToTheRetryOfTheReconciliation() {
        // Given
        Mark mark = Mark.of(Owner.of(RestartRig.PROFILE), RestartRig.plan("one"));

        // Then
        try (KubernetesClient client = nowhere()) {
            assertThatThrownBy(() -> new Workloads(client).inspect(BACKEND, mark))
                    .isInstanceOf(KubernetesClientException.class);
        }
    }

    @Test
    void aWriteThatIsNotAnsweredConcernsOneWorkload() {
        // Given
        Mark mark = Mark.of(Owner.of(RestartRig.PROFILE), RestartRig.plan("one"));

        // Then
        try (KubernetesClient client = nowhere()) {
            assertThat(new Workloads(client)
                            .write(BACKEND, mark, new Marking.Due("any", MarkValue.parse("one"), Optional.empty())))
                    .isEqualTo(new Marking.Refused(
                            "Deployment \"backend\" of spec.restart is not restarted: the API server fails at it: the"
                                    + " connection failed before an answer came.",
                            Duration.ofSeconds(15)));
        }
    }

    @Test
    void aWorkloadMadeAnewSinceItWasSeenIsNotMarkedInItsPlace() {
        // Given
        rig.create(BACKEND, "");
        Mark mark = Mark.of(Owner.of(RestartRig.PROFILE), RestartRig.plan("one"));
        Workloads workloads = new Workloads(rig.operator());
        Marking.Due seen = (Marking.Due) workloads.inspect(BACKEND, mark);

        // When
        rig.person.apps().deployments().withName("backend").delete();

        // Then
        assertThat(workloads.write(BACKEND, mark, seen)).isEqualTo(new Marking.Missed());
        rig.create(BACKEND, "");
        assertThat(workloads.write(BACKEND, mark, seen)).isEqualTo(new Marking.Missed());
        assertThat(rig.mark(BACKEND)).isEqualTo("");
    }

    /** By force, and onto one that got an annotation since, the mark might take what is somebody's. */
    @Test
    void aTemplateWithoutAnAnnotationIsMarkedOnlyAsItWasSeen() {
        // Given
        rig.create(BACKEND, "");
        Mark mark = Mark.of(Owner.of(RestartRig.PROFILE), RestartRig.plan("one"));
        Workloads workloads = new Workloads(rig.operator());
        Marking.Due seen = (Marking.Due) workloads.inspect(BACKEND, mark);

        // When
        rig.person
                .apps()
                .deployments()
                .withName("backend")
                .edit(live -> live.edit()
                        .editSpec()
                        .editTemplate()
                        .editMetadata()
                        .addToAnnotations(RestartRig.ANNOTATION, "theirs")
                        .endMetadata()
                        .endTemplate()
                        .endSpec()
                        .build());

        // Then
        assertThat(workloads.write(BACKEND, mark, seen)).isEqualTo(new Marking.Missed());
        assertThat(rig.mark(BACKEND)).isEqualTo("theirs");
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
        RestartResult look = rig.restart("one", redis);

        // Then
        assertThat(look.warnings().texts())
                .singleElement()
                .asString()
                .contains("StatefulSet \"shop-redis\"", "a Redis that this operator runs");
        assertThat(rig.writes()).isEmpty();
    }

    private KubernetesClient nowhere() {
        Config nowhere = new ConfigBuilder(rig.api.config("-"))
                .withMasterUrl("http://127.0.0.1:1/")
                .build();
        return new KubernetesClientBuilder().withConfig(nowhere).build();
    }
}
