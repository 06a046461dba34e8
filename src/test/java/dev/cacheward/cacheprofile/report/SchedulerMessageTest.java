package dev.cacheward.cacheprofile.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchedulerMessageTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "0/1 nodes are available: 1 Insufficient cpu. preemption: 0/1 nodes are available: 1 No preemption victims"
                        + " found for incoming pod. | Insufficient cpu",
                "0/3 nodes are available: 2 node(s) had untolerated taint {gpu: yes}, 1 Insufficient memory."
                        + " | Insufficient memory; node(s) had untolerated taint {gpu: yes}",
                "0/1 nodes are available: pod has unbound immediate PersistentVolumeClaims. not found"
                        + " | pod has unbound immediate PersistentVolumeClaims",
                "0/1 nodes are available: 1 node(s) didn't match Pod's node affinity/selector. no new claims to deallocate,"
                        + " preemption: 0/1 nodes are available: 1 Preemption is not helpful for scheduling."
                        + " | node(s) didn't match Pod's node affinity/selector",
                "no nodes available to schedule pods | ''",
                "'' | ''"
            })
    void whatStandsInTheWayIsKept(String message, String reasons) {
        assertThat(SchedulerMessage.reasons(message)).isEqualTo(reasons);
    }

    @Test
    void neitherCountsNorOrderMakeAnotherMessage() {
        assertThat(SchedulerMessage.reasons("0/3 nodes are available: 1 Insufficient cpu, 2 Too many pods."))
                .isEqualTo(SchedulerMessage.reasons("0/9 nodes are available: 8 Too many pods, 1 Insufficient cpu."));
    }

    @Test
    void manyTaintsAreCut() {
        String taints = "1 node(s) had untolerated taint {%s: }".formatted("x".repeat(400));

        assertThat(SchedulerMessage.reasons("0/1 nodes are available: " + taints + "."))
                .hasSize(301)
                .endsWith("…");
    }
}
