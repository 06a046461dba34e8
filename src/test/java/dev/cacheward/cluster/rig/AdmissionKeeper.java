package dev.cacheward.cluster.rig;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Somebody who changes one field of objects in a namespace whenever they are written: an admission policy of the API server's
 * own, which does what a mutating webhook does.
 */
public final class AdmissionKeeper implements AutoCloseable {
    private final List<HasMetadata> objects;

    private final KubernetesClient client = TestCluster.get().client();

    /**
     * Begins to change them. It takes some seconds until every write is changed.
     *
     * @param name of the policy, unlike that of any other
     * @param resource such as {@code apps/statefulsets}; the core group has no name
     * @param ours an expression in CEL for the objects that are changed
     * @param patches an expression in CEL for the list of JSONPatch
     */
    public AdmissionKeeper(String namespace, String name, String resource, String ours, String patches) {
        String[] group = resource.split("/", 2);
        String policy = namespace + "-" + name;
        this.objects = client.load(
                        new ByteArrayInputStream("""
                        apiVersion: admissionregistration.k8s.io/v1
                        kind: MutatingAdmissionPolicy
                        metadata: {name: %1$s}
                        spec:
                          failurePolicy: Fail
                          reinvocationPolicy: Never
                          matchConstraints:
                            namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: %2$s}}
                            resourceRules:
                            - {apiGroups: ['%3$s'], apiVersions: ['*'], operations: [CREATE, UPDATE], resources: ['%4$s']}
                          matchConditions:
                          - name: ours
                            expression: |-
                              %5$s
                          mutations:
                          - patchType: JSONPatch
                            jsonPatch:
                              expression: |-
                                %6$s
                        ---
                        apiVersion: admissionregistration.k8s.io/v1
                        kind: MutatingAdmissionPolicyBinding
                        metadata: {name: %1$s}
                        spec: {policyName: %1$s}
                        """.formatted(policy, namespace, group[0], group[1], ours, patches)
                                .getBytes(StandardCharsets.UTF_8)))
                .items();
        objects.forEach(object ->
                client.resource((GenericKubernetesResource) generic(object)).create());
    }

    /** Waits until every write in a namespace is changed by the keepers that are there. */
    public static void awaitAll(KubernetesClient client, String namespace) {
        AdmissionKeeper probe = new AdmissionKeeper(
                namespace,
                "probe",
                "/configmaps",
                "object.metadata.name == 'probe'",
                "[JSONPatch{op: \"add\", path: \"/data\", value: {\"probed\": \"yes\"}}]");
        try {
            TestNamespace.patiently().until(() -> probed(client, namespace));
        } finally {
            probe.close();
        }
    }

    private static boolean probed(KubernetesClient client, String namespace) {
        ConfigMap probe = new ConfigMapBuilder()
                .withNewMetadata()
                .withName("probe")
                .withNamespace(namespace)
                .endMetadata()
                .build();
        return client.resource(probe).dryRun().create().getData().containsKey("probed");
    }

    private HasMetadata generic(HasMetadata object) {
        return client.getKubernetesSerialization()
                .unmarshal(client.getKubernetesSerialization().asYaml(object), GenericKubernetesResource.class);
    }

    /** Stops to change them. */
    @Override
    public void close() {
        objects.forEach(object ->
                client.resource((GenericKubernetesResource) generic(object)).delete());
    }
}
