package dev.cacheward.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StandInKubeletFaultsRedisTest {
    private final KubeletRig rig = new KubeletRig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void aPodWhoseSourcesAreMissingWaitsForThem() {
        // Given
        rig.client.resource(HandMadeRedis.set(KubeletRig.IMAGE, "a")).create();
        await().atMost(KubeletRig.SOON).until(() -> rig.waitingReason().equals("CreateContainerConfigError"));

        // When
        rig.createSources("");

        // Then
        rig.awaitReady();
    }

    @Test
    void aKilledContainerIsRestartedInItsPod() {
        // Given
        rig.createSources("");
        rig.client.resource(HandMadeRedis.set(KubeletRig.IMAGE, "a")).create();
        Pod pod = rig.awaitReady();

        // When
        rig.kubelet.kill(EmbeddedApi.NAMESPACE, HandMadeRedis.POD);

        // Then
        await().atMost(KubeletRig.SOON).until(() -> rig.container().getRestartCount() == 1);
        Pod after = rig.awaitReady();
        assertThat(after.getMetadata().getUid()).isEqualTo(pod.getMetadata().getUid());
        assertThat(rig.container().getLastState().getTerminated().getExitCode()).isEqualTo(137);
    }

    @Test
    void aFrozenServerIsNotReadyUntilItIsThawed() {
        // Given
        rig.createSources("");
        rig.client.resource(HandMadeRedis.set(KubeletRig.IMAGE, "a")).create();
        rig.awaitReady();

        // When
        rig.kubelet.freeze(EmbeddedApi.NAMESPACE, HandMadeRedis.POD);

        // Then
        await().atMost(KubeletRig.SOON).until(() -> !rig.container().getReady());
        rig.kubelet.thaw(EmbeddedApi.NAMESPACE, HandMadeRedis.POD);
        rig.awaitReady();
        assertThat(rig.container().getRestartCount()).isZero();
    }

    @Test
    void aServerThatDiesOnItsConfigurationSaysWhyInItsLastState() {
        // Given
        rig.createSources("no-such-parameter 1\n");

        // When
        rig.client.resource(HandMadeRedis.set(KubeletRig.IMAGE, "a")).create();

        // Then
        await().atMost(KubeletRig.SOON).until(() -> rig.waitingReason().equals("CrashLoopBackOff"));
        assertThat(rig.container().getLastState().getTerminated().getMessage())
                .contains("FATAL CONFIG FILE ERROR", "no-such-parameter");
        assertThat(rig.container().getRestartCount()).isGreaterThan(1);
    }

    @Test
    void anImageThatDoesNotExistIsReportedAndHealedByATemplateThatDoes() {
        // Given
        rig.createSources("");
        rig.client.resource(HandMadeRedis.set("redis:does-not-exist", "a")).create();
        await().atMost(KubeletRig.SOON).until(() -> rig.waitingReason().equals("ImagePullBackOff"));

        // When
        rig.client.resource(HandMadeRedis.set(KubeletRig.IMAGE, "a")).serverSideApply();

        // Then
        rig.awaitReady();
    }

    @Test
    void aPodThatFitsNoNodeIsUnschedulable() {
        // Given
        rig.createSources("");
        StatefulSet set = HandMadeRedis.set(KubeletRig.IMAGE, "a");
        set.getSpec().getTemplate().getSpec().setNodeSelector(Map.of("disk", "ssd"));

        // When
        rig.client.resource(set).create();

        // Then
        await().atMost(KubeletRig.SOON)
                .until(() -> rig.livePod().map(Pod::getStatus).stream()
                        .flatMap(s -> s.getConditions().stream())
                        .anyMatch(c -> c.getType().equals("PodScheduled") && "Unschedulable".equals(c.getReason())));
    }
}
