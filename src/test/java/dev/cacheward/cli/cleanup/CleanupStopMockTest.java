package dev.cacheward.cli.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When an operator counts as stopped. */
class CleanupStopMockTest {
    private final CleanupRig rig = new CleanupRig();

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void podsThatHaveFailedKeepNoOperatorFromCountingAsStopped() {
        // Given
        rig.apply("a-person", """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: cacheward}
                spec:
                  replicas: 1
                  selector: {matchLabels: {app: cacheward}}
                  template: {metadata: {labels: {app: cacheward}}, spec: {containers: [{name: main, image: none}]}}
                """);
        rig.apply("a-person", """
                apiVersion: v1
                kind: Pod
                metadata: {name: evicted, labels: {app: cacheward}}
                spec: {containers: [{name: main, image: none}]}
                """);
        rig.client
                .pods()
                .withName("evicted")
                .editStatus(pod -> pod.edit()
                        .withNewStatus()
                        .withPhase("Failed")
                        .withReason("Evicted")
                        .endStatus()
                        .build());

        // When
        rig.operatorStop().stop("cacheward");

        // Then
        assertThat(rig.client
                        .apps()
                        .deployments()
                        .withName("cacheward")
                        .get()
                        .getSpec()
                        .getReplicas())
                .isZero();
        assertThat(rig.client.pods().withName("evicted").get()).isNotNull();
    }

    @Test
    void anOperatorThatIsNotThereNeedNotBeStopped() {
        // When
        rig.operatorStop().stop("cacheward");

        // Then
        assertThat(rig.api.writes()).noneMatch(write -> write.path().contains("/deployments/"));
    }
}
