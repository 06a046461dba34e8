package dev.cacheward.cluster.install;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.chart.Helm;
import dev.cacheward.cluster.rig.CommandLineTool;
import dev.cacheward.cluster.rig.TestCluster;
import dev.cacheward.cluster.rig.TestNamespace;
import dev.cacheward.kubernetes.Labels;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The chart, installed by {@code helm} in a namespace of its own, with the image that {@code CACHEWARD_TEST_IMAGE} names. */
final class HelmRelease implements AutoCloseable {
    private static final String NAME = "cacheward";

    private final KubernetesClient client;
    private final TestNamespace namespace;

    /** Makes the namespace, and installs nothing yet. */
    HelmRelease(KubernetesClient client) {
        this.client = client;
        namespace = new TestNamespace("install", client);
    }

    /**
     * Returns when the operator is ready.
     *
     * @param image with a tag
     * @param values beside those that name the images, as {@code --set} takes them
     */
    void install(String image, String... values) {
        helm(withImages(image, List.of("install", NAME, Helm.CHART, "--take-ownership"), values));
    }

    /** The same with a chart of an earlier version, by its names of the values. */
    void installFrom(String chart, String image) {
        helm(with(
                image, List.of("install", NAME, chart, "--take-ownership"), "redis.image=" + TestCluster.REDIS_IMAGE));
    }

    /** The same values with the chart as it is now. */
    void upgrade() {
        helm(List.of("upgrade", NAME, Helm.CHART, "--reuse-values", "--wait", "--timeout", "4m"));
    }

    /** The chart and the image of now, with the values named once more, as users do. */
    void upgrade(String image) {
        helm(withImages(image, List.of("upgrade", NAME, Helm.CHART)));
    }

    private static List<String> withImages(String image, List<String> command, String... values) {
        String redis = "profileDefaults.image=" + TestCluster.REDIS_IMAGE;
        return with(
                image,
                command,
                Stream.concat(Stream.of(redis), Stream.of(values)).toArray(String[]::new));
    }

    private static List<String> with(String image, List<String> command, String... values) {
        int tag = image.lastIndexOf(':');
        List<String> arguments = new ArrayList<>(command);
        Stream.of("image.repository=" + image.substring(0, tag), "image.tag=" + image.substring(tag + 1))
                .forEach(value -> arguments.addAll(List.of("--set-string", value)));
        Stream.of(values).forEach(value -> arguments.addAll(List.of("--set", value)));
        arguments.addAll(List.of("--wait", "--timeout", "4m"));
        return arguments;
    }

    /** {@code kubectl rollout restart}; returns when the new pod is ready and the old one gone. */
    void restart() {
        client.apps()
                .deployments()
                .inNamespace(namespace.name())
                .withName(NAME)
                .rolling()
                .restart();
        CommandLineTool.onPath("kubectl", namespace).run("rollout", "status", "deployment/" + NAME, "--timeout=4m");
    }

    /** {@code helm test}: fails where the small profile does not serve. */
    void test() {
        helm(List.of("test", NAME, "--timeout", "6m"));
    }

    /** The manifest that the notes show after the installation. */
    String notedManifest() {
        String notes = helm(List.of("get", "notes", NAME));
        return notes.substring(notes.indexOf("<<EOF\n") + "<<EOF\n".length(), notes.indexOf("\nEOF\n") + 1);
    }

    void uninstall() {
        helm(List.of("uninstall", NAME, "--wait", "--timeout", "4m"));
    }

    /** Without what the operator does when it goes. */
    void uninstallWithoutHooks() {
        helm(List.of("uninstall", NAME, "--no-hooks", "--wait", "--timeout", "4m"));
    }

    /** Tries to, and says why helm gives up. */
    String refusedUninstall() {
        Helm.Outcome outcome = Helm.run(List.of("uninstall", NAME, "--timeout", "6m", "--namespace", namespace.name()));
        assertThat(outcome.code()).as(outcome.output()).isNotZero();
        return outcome.errors();
    }

    /** The name of its ClusterRole and of the binding. */
    String clusterRole() {
        return NAME + "." + namespace.name();
    }

    /** The operator's namespace. */
    TestNamespace namespace() {
        return namespace;
    }

    /** What is installed, as it is on the cluster now; the CRDs are among it. */
    List<HasMetadata> objects() {
        String manifest = helm(List.of("get", "manifest", NAME));
        return client.load(new ByteArrayInputStream(manifest.getBytes(StandardCharsets.UTF_8))).items().stream()
                .map(object ->
                        client.resource(object).inNamespace(namespace.name()).get())
                .toList();
    }

    /** How many pods are in the operator's namespace, whatever they run. */
    int podCount() {
        return namespace.list(Pod.class).size();
    }

    /** How many pods of the operator there are; those of a hook that failed stay for their log. */
    long operatorPods() {
        return namespace.list(Pod.class).stream()
                .filter(pod -> "cacheward".equals(pod.getMetadata().getLabels().get(Labels.NAME)))
                .count();
    }

    /** The image of the operator that runs now. */
    String image() {
        return client.apps()
                .deployments()
                .inNamespace(namespace.name())
                .withName(NAME)
                .get()
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .get(0)
                .getImage();
    }

    /** What the operator's pods logged so far. */
    String log() {
        return client
                .pods()
                .inNamespace(namespace.name())
                .withLabel("app.kubernetes.io/name", "cacheward")
                .list()
                .getItems()
                .stream()
                .map(Pod::getMetadata)
                .map(pod -> client.pods()
                        .inNamespace(pod.getNamespace())
                        .withName(pod.getName())
                        .getLog())
                .collect(Collectors.joining("\n"));
    }

    private String helm(List<String> arguments) {
        List<String> all = new ArrayList<>(arguments);
        all.addAll(List.of("--namespace", namespace.name()));
        Helm.Outcome outcome = Helm.run(all);
        assertThat(outcome.code())
                .as("helm %s: %s%s", all, outcome.output(), outcome.errors())
                .isZero();
        return outcome.output();
    }

    /** Takes it out, if it is still there, with its namespace. */
    @Override
    public void close() {
        Helm.run(List.of("uninstall", NAME, "--namespace", namespace.name(), "--ignore-not-found", "--wait"));
        namespace.close();
    }
}
