package dev.cacheward.cluster.install;

import dev.cacheward.cluster.rig.TestCluster;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/**
 * Kills the process of an operator's pod by SIGKILL, from a privileged pod that sees the processes of its node. To delete a pod
 * by force would not do: the kubelet sends SIGTERM even then.
 */
final class PodKiller implements AutoCloseable {
    private static final String POD = """
            apiVersion: v1
            kind: Pod
            metadata: {name: %s}
            spec:
              hostPID: true
              nodeName: %s
              restartPolicy: Never
              automountServiceAccountToken: false
              containers:
              - name: kill
                image: %s
                imagePullPolicy: IfNotPresent
                securityContext: {privileged: true, runAsUser: 0}
                command: [sh, -c]
                args:
                - |
                  for process in /proc/[0-9]*; do
                    if grep -qs "CACHEWARD_POD_NAME=%s" "$process/environ"; then kill -9 "${process#/proc/}"; fi
                  done
            """;

    private final KubernetesClient client;
    private final String namespace = "kill-" + UUID.randomUUID().toString().substring(0, 8);

    PodKiller(KubernetesClient client) {
        this.client = client;
        client.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(namespace)
                        .withLabels(Map.of("pod-security.kubernetes.io/enforce", "privileged"))
                        .endMetadata()
                        .build())
                .create();
    }

    /** Returns at once; the process is dead a moment later. */
    void kill(Pod pod) {
        String yaml = POD.formatted(
                "kill-" + OperatorReplicas.name(pod),
                pod.getSpec().getNodeName(),
                TestCluster.REDIS_IMAGE,
                OperatorReplicas.name(pod));
        client.load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))
                .inNamespace(namespace)
                .create();
    }

    @Override
    public void close() {
        client.namespaces().withName(namespace).delete();
    }
}
