package dev.cacheward.cluster.restart;

import dev.cacheward.api.v1alpha1.WorkloadKind;
import dev.cacheward.cluster.rig.TestCluster;
import dev.cacheward.cluster.rig.TestNamespace;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.ControllerRevision;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.Optional;

/** An application's workload, with no pods: how often its template was changed is written down by Kubernetes all the same. */
record PodlessWorkload(TestNamespace namespace, WorkloadKind kind, String name) {
    private static final String POD_TEMPLATE = """
              selector: {matchLabels: {app: %1$s}}
              template:
                metadata: {labels: {app: %1$s}}
                spec:
                  nodeSelector: {there-is: none}
                  containers: [{name: main, image: %2$s}]
            """;

    /** @param image of its container */
    String yaml(String image) {
        return """
                apiVersion: apps/v1
                kind: %s
                metadata: {name: %s}
                spec:
                """.formatted(kind.wire(), name)
                + extent()
                + POD_TEMPLATE.indent(0).formatted(name, image);
    }

    private String extent() {
        return switch (kind) {
            case DEPLOYMENT -> "  replicas: 0\n";
            case STATEFUL_SET -> "  replicas: 0\n  serviceName: none\n";
            case DAEMON_SET -> "";
        };
    }

    /** The list of a spec that names it alone. */
    String restart() {
        return "restart: [{kind: " + kind.wire() + ", name: " + name + "}]";
    }

    /** How many templates it has had since it was made. */
    int revisions() {
        Class<? extends HasMetadata> type =
                kind == WorkloadKind.DEPLOYMENT ? ReplicaSet.class : ControllerRevision.class;
        return (int) TestCluster.get().client().resources(type).inNamespace(namespace.name()).list().getItems().stream()
                .filter(revision -> revision.getMetadata().getOwnerReferences().stream()
                        .anyMatch(owner ->
                                owner.getUid().equals(live().getMetadata().getUid())))
                .count();
    }

    Optional<String> annotation(String annotation) {
        return Optional.ofNullable(template().getMetadata().getAnnotations()).map(all -> all.get(annotation));
    }

    HasMetadata live() {
        return namespace.resource(type(), name).get();
    }

    private Class<? extends HasMetadata> type() {
        return switch (kind) {
            case DEPLOYMENT -> Deployment.class;
            case STATEFUL_SET -> StatefulSet.class;
            case DAEMON_SET -> DaemonSet.class;
        };
    }

    private PodTemplateSpec template() {
        HasMetadata live = live();
        if (live instanceof Deployment deployment) {
            return deployment.getSpec().getTemplate();
        }
        return live instanceof StatefulSet set
                ? set.getSpec().getTemplate()
                : ((DaemonSet) live).getSpec().getTemplate();
    }
}
