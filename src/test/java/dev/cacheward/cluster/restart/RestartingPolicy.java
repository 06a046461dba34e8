package dev.cacheward.cluster.restart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.WorkloadKind;
import dev.cacheward.cluster.rig.ResourceManifests;
import dev.cacheward.cluster.rig.TestNamespace;

/** Policy "limits", which has no profile: its limits are delivered all the same, and no Redis is needed. */
record RestartingPolicy(TestNamespace namespace) {
    /** The annotation of a pod template by which it restarts a workload. */
    static final String MARK = "policy.cacheward.dev/limits";

    static final String NO_IMAGE = "localhost/none:1";

    /** A workload "backend" that this policy has not restarted yet. */
    PodlessWorkload made(WorkloadKind kind) {
        PodlessWorkload workload = new PodlessWorkload(namespace, kind, "backend");
        namespace.apply(workload.yaml(NO_IMAGE));
        awaitRevisions(workload, 1);
        return workload;
    }

    void apply(String limits, PodlessWorkload workload) {
        namespace.apply(ResourceManifests.policy("limits", "none", limits) + "  " + workload.restart() + "\n");
    }

    static void awaitRevisions(PodlessWorkload workload, int revisions) {
        TestNamespace.patiently()
                .untilAsserted(() -> assertThat(workload.revisions()).isEqualTo(revisions));
    }
}
