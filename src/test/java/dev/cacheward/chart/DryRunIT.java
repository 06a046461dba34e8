package dev.cacheward.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cacheward.cluster.rig.CommandLineTool;
import dev.cacheward.cluster.rig.TestCluster;
import dev.cacheward.cluster.rig.TestNamespace;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.FieldValidateable.Validation;
import io.fabric8.zjsonpatch.JsonDiff;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/**
 * The API server takes every manifest of the repository, and all that the chart renders, as it stands: with no field that it does
 * not know, or keeps in another way. It is asked to do everything but to store them.
 */
class DryRunIT {
    /** Of tools that a stock cluster lacks. Another kind that the cluster does not know fails the test. */
    private static final Set<String> OF_OTHERS = Set.of(
            "Application.argoproj.io",
            "Kustomization.kustomize.toolkit.fluxcd.io",
            "Kustomization.kustomize.config.k8s.io",
            "ServiceMonitor.monitoring.coreos.com");

    /** The steps from one object to another that take away something, by RFC 6902. */
    private static final Set<String> LOSSES = Set.of("remove", "replace", "move");

    private TestNamespace namespace;

    @BeforeEach
    void create() {
        namespace = new TestNamespace("dry-run");
        namespace.awaitServiceAccount();
    }

    @AfterEach
    void delete() {
        namespace.close();
    }

    @ParameterizedTest
    @MethodSource("files")
    void itTakesEachFile(Path file) {
        assertTaken(EveryManifest.parse(EveryManifest.read(file)));
    }

    static Stream<Path> files() {
        return EveryManifest.files().stream();
    }

    /** They hold no manifest: kubectl makes some from what they name. */
    @ParameterizedTest
    @ValueSource(strings = {"helm/manifests", "examples/gitops/argocd"})
    void itTakesWhatAKustomizationMakes(String folder) {
        assertTaken(
                EveryManifest.parse(CommandLineTool.onPath("kubectl", namespace).run("kustomize", folder)));
    }

    @Test
    void noKustomizationIsForgotten() {
        assertThat(files().filter(file -> EveryManifest.read(file).contains("kustomize.config.k8s.io")))
                .containsExactly(
                        Path.of("examples/gitops/argocd/kustomization.yaml"),
                        Path.of("helm/manifests/kustomization.yaml"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "replicas=1",
                "watchNamespaces=[\"a\",\"b\"]",
                "platformUid=true",
                "replicas=2 networkPolicy.enabled=true networkPolicy.from=[{\"podSelector\":{}}] "
                        + "podDisruptionBudget.enabled=true priorityClassName=\"system-cluster-critical\" "
                        + "topologySpreadConstraints=[{\"maxSkew\":1,\"topologyKey\":\"zone\",\"whenUnsatisfiable\":\"DoNotSchedule\"}] "
                        + "tolerations=[{\"key\":\"a\",\"operator\":\"Exists\"}] nodeSelector={\"a\":\"b\"} affinity={\"nodeAffinity\":{}} "
                        + "commonLabels={\"team\":\"a\"} commonAnnotations={\"team\":\"a\"} podLabels={\"a\":\"b\"} podAnnotations={\"a\":\"b\"} "
                        + "imagePullSecrets=[{\"name\":\"a\"}] extraEnv=[{\"name\":\"A\",\"value\":\"b\"}] rbac.deleteVolumeClaims=true "
                        + "metrics.serviceMonitor.enabled=true jvmOptions=\"-Xmx1g\" hostUsers=false revisionHistoryLimit=2 "
                        + "dnsConfig={\"options\":[{\"name\":\"ndots\",\"value\":\"2\"}]} profileDefaults.resources.limits.memory=\"1Gi\""
            })
    void itTakesWhatTheChartRenders(String values) {
        assertTaken(Rendering.of(values.split(" ")).objects());
    }

    private void assertTaken(List<JsonNode> objects) {
        assertThat(objects).isNotEmpty();
        objects.stream().filter(object -> !isOfOthers(object)).forEach(this::send);
    }

    /** What is in a namespace comes into that of the test, which is there. */
    private void send(JsonNode object) {
        KubernetesClient client = TestCluster.get().client();
        GenericKubernetesResource resource =
                client.getKubernetesSerialization().unmarshal(object.toString(), GenericKubernetesResource.class);
        boolean inNone = !new Rendering(List.of(object)).clusterScoped().isEmpty();
        resource.getMetadata().setNamespace(inNone ? null : namespace.name());
        HasMetadata answer = client.resource(resource)
                .dryRun()
                .fieldValidation(Validation.STRICT)
                .forceConflicts()
                .serverSideApply();
        assertThat(answer.getMetadata().getUid()).isNotEmpty();
        assertThat(changed(json(client, resource), json(client, answer)))
                .as(kind(object))
                .isEmpty();
    }

    /** What is answered otherwise than it was sent, or not at all: tools for GitOps would find that difference for ever. */
    private static List<String> changed(ObjectNode sent, ObjectNode answer) {
        return StreamSupport.stream(JsonDiff.asJson(sent, answer).spliterator(), false)
                .filter(step -> LOSSES.contains(step.path("op").asString()))
                .map(Object::toString)
                .toList();
    }

    private static ObjectNode json(KubernetesClient client, HasMetadata object) {
        return client.getKubernetesSerialization().convertValue(object, ObjectNode.class);
    }

    private static boolean isOfOthers(JsonNode object) {
        return OF_OTHERS.contains(kind(object));
    }

    /** Said without the version: kind and group. */
    private static String kind(JsonNode object) {
        return object.at("/kind").asText() + "."
                + object.at("/apiVersion").asText().replaceAll("/.*", "");
    }
}
