package dev.cacheward.cluster.rig;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A policy of the cluster on the creation of pods in one namespace; it ends with the test. */
public final class AdmissionRule implements AutoCloseable {
    private static final String HEAD = """
            apiVersion: admissionregistration.k8s.io/v1
            kind: %1$sAdmissionPolicy
            metadata: {name: %2$s}
            spec:
              failurePolicy: Fail
              matchConstraints:
                resourceRules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods]}]
            """;

    /** A pod that the namespaces of tests take, if no rule is against it. */
    public static final String POD = """
            apiVersion: v1
            kind: Pod
            metadata: {name: probe, labels: {of: test}}
            spec:
              securityContext: {runAsNonRoot: true, runAsUser: 999, seccompProfile: {type: RuntimeDefault}}
              containers:
              - name: probe
                image: localhost/pause:1
                securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
            """;

    private static final String MESSAGE = "the rule of this test";

    private static final String BINDING = """
            ---
            apiVersion: admissionregistration.k8s.io/v1
            kind: %1$sAdmissionPolicyBinding
            metadata: {name: %2$s}
            spec:
              policyName: %2$s
              matchResources: {namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: %3$s}}}
            """;

    private final KubernetesClient client = TestCluster.get().client();
    private final List<HasMetadata> objects;

    private AdmissionRule(TestNamespace namespace, String kind, String spec, String binding) {
        String name = namespace.name() + "-" + Integer.toHexString(spec.hashCode());
        String yaml =
                HEAD.formatted(kind, name) + spec.indent(2) + BINDING.formatted(kind, name, namespace.name()) + binding;
        objects = client.load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))
                .create();
    }

    /** Refuses pods for which the CEL expression is false. */
    public static AdmissionRule demand(TestNamespace namespace, String expression) {
        return new AdmissionRule(
                namespace,
                "Validating",
                "validations: [{expression: \"" + expression + "\", message: \"" + MESSAGE + "\"}]",
                "  validationActions: [Deny]\n");
    }

    /** Refuses the pods in which changes are tried out, and returns when that is in force: a rule is obeyed a moment after it is made. */
    public static AdmissionRule refuseTrials(TestNamespace namespace) {
        AdmissionRule rule =
                demand(namespace, "object.metadata.?labels['app.kubernetes.io/component'].orValue('') != 'preflight'");
        String trial = POD.replace("labels: {", "labels: {app.kubernetes.io/component: preflight, ");
        TestNamespace.patiently().until(() -> isRefused(namespace, trial));
        return rule;
    }

    private static boolean isRefused(TestNamespace namespace, String pod) {
        try {
            namespace.dryRun(pod);
            return false;
        } catch (KubernetesClientException refused) {
            return refused.getMessage().contains(MESSAGE);
        }
    }

    /**
     * Adds a container to each pod.
     *
     * @param list {@code containers} or {@code initContainers}
     * @param more of its fields, in CEL
     */
    public static AdmissionRule inject(TestNamespace namespace, String list, String name, String command, String more) {
        String type = "Object.spec." + list;
        String container =
                type + "{name: '" + name + "', image: '" + TestCluster.REDIS_IMAGE + "', command: ['sh', '-c', '"
                        + command + "'], securityContext: " + type
                        + ".securityContext{allowPrivilegeEscalation: false, capabilities: "
                        + type + ".securityContext.capabilities{drop: ['ALL']}}" + more + "}";
        String value = list.equals("containers") ? container : "[" + container + "]";
        String path = list.equals("containers") ? "/spec/containers/-" : "/spec/initContainers";
        return new AdmissionRule(
                namespace,
                "Mutating",
                "reinvocationPolicy: Never\nmutations:\n- patchType: JSONPatch\n  jsonPatch: {expression: \"[JSONPatch{op: 'add', path: '"
                        + path + "', value: " + value + "}]\"}",
                "");
    }

    @Override
    public void close() {
        objects.forEach(object -> client.resource(object).delete());
    }
}
