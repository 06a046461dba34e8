package dev.cacheward.cluster.merge;

import dev.cacheward.cluster.rig.TestCluster;
import dev.cacheward.cluster.rig.TestNamespace;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/** Admission that forbids every change of ConfigMaps in one namespace, until it is closed. */
final class ConfigMapUpdateDenial implements AutoCloseable {
    private final KubernetesClient client = TestCluster.get().client();
    private final TestNamespace namespace;
    private final String yaml;

    ConfigMapUpdateDenial(TestNamespace namespace) {
        this.namespace = namespace;
        this.yaml = """
                apiVersion: admissionregistration.k8s.io/v1
                kind: ValidatingAdmissionPolicy
                metadata: {name: %1$s}
                spec:
                  failurePolicy: Fail
                  matchConstraints:
                    resourceRules:
                    - {apiGroups: [""], apiVersions: [v1], operations: [UPDATE], resources: [configmaps]}
                  validations: [{expression: "false", message: frozen, reason: Forbidden}]
                ---
                apiVersion: admissionregistration.k8s.io/v1
                kind: ValidatingAdmissionPolicyBinding
                metadata: {name: %1$s}
                spec:
                  policyName: %1$s
                  validationActions: [Deny]
                  matchResources: {namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: %1$s}}}
                """.formatted(namespace.name());
        client.load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))
                .create();
    }

    /** Waits until a change of that ConfigMap is refused: admission learns of its rules a moment later. */
    void awaitInForce(String map) {
        TestNamespace.patiently().until(() -> refuses(map));
    }

    private boolean refuses(String map) {
        try {
            client.configMaps()
                    .inNamespace(namespace.name())
                    .withName(map)
                    .edit(found -> found.edit()
                            .addToData("TRY", String.valueOf(System.nanoTime()))
                            .build());
            return false;
        } catch (KubernetesClientException refused) {
            return refused.getCode() == 403;
        }
    }

    @Override
    public void close() {
        client.load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))
                .delete();
    }
}
