package dev.cacheward.cluster.install;

import dev.cacheward.cluster.rig.CommandLineTool;
import dev.cacheward.cluster.rig.TestNamespace;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** {@code helm/manifests}, installed by {@code kubectl} with a kustomization that names the namespace and the image. */
final class PlainManifests implements AutoCloseable {
    private static final Path MANIFESTS = Path.of("helm", "manifests");

    private final KubernetesClient client;
    private final CommandLineTool kubectl;
    private final Path folder;

    /**
     * Writes the kustomization, and installs nothing yet.
     *
     * @param image with a tag
     */
    PlainManifests(KubernetesClient client, TestNamespace namespace, String image) {
        this.client = client;
        this.kubectl = CommandLineTool.onPath("kubectl", namespace);
        this.folder = Path.of("target", namespace.name());
        int tag = image.lastIndexOf(':');
        String kustomization = """
                resources: [%s]
                namespace: %s
                images: [{name: registry.example.com/cacheward, newName: %s, newTag: %s}]
                """.formatted(
                folder.relativize(MANIFESTS), namespace.name(), image.substring(0, tag), image.substring(tag + 1));
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("kustomization.yaml"), kustomization);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns when the operator is ready. The CRDs may have come otherwise before, so they are taken over. */
    void apply() {
        kubectl.run("apply", "--server-side", "--force-conflicts", "-k", folder.toString());
        kubectl.run("rollout", "status", "deployment/cacheward", "--timeout=4m");
    }

    /** What is installed, as it is on the cluster now. */
    Stream<HasMetadata> objects() {
        return written().map(object -> client.resource(object).get());
    }

    /** Takes everything out but the CRDs, and with them all resources. */
    @Override
    public void close() {
        written()
                .filter(object -> !object.getKind().equals("CustomResourceDefinition"))
                .forEach(object -> client.resource(object).delete());
    }

    private Stream<HasMetadata> written() {
        String yaml = kubectl.run("kustomize", folder.toString());
        return client.load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))).items().stream();
    }
}
