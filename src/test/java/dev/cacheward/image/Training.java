package dev.cacheward.image;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.api.v1alpha1.RateLimitPolicy;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Conditions;
import dev.cacheward.testbed.EmbeddedApi;
import dev.cacheward.testbed.Folders;
import dev.cacheward.testbed.StandInKubelet;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;

/**
 * Runs the operator from a built image against an API server in this process until the example is Ready, and has the image's
 * JVM write what it learned about the classes into an AOT cache. Only that very JVM can use it: hence from the image.
 */
public final class Training {
    private static final Path EXAMPLE = Path.of("examples", "convoinsight");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path folder;
    private final Path cache;

    private Training(Path folder, Path cache) {
        this.folder = folder;
        this.cache = cache;
    }

    /** @param args the image's archive, and the file to write */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path archive = Path.of(args[0]).toAbsolutePath();
        Path cache = Path.of(args[1]).toAbsolutePath();
        Path folder = archive.resolveSibling("training");
        Folders.delete(folder);
        Files.createDirectories(cache.getParent());
        Files.deleteIfExists(cache);
        new Training(folder, cache).run(UnpackedImage.of(archive, folder));
    }

    private void run(UnpackedImage image) throws IOException, InterruptedException {
        try (EmbeddedApi api = EmbeddedApi.start()) {
            StandInKubelet kubelet = StandInKubelet.start(api);
            Process operator = start(image, api);
            reconcile(api.client("training"), operator);
            operator.destroy();
            operator.waitFor();
            kubelet.close();
        }
        if (!Files.exists(cache)) {
            throw new IllegalStateException("The JVM wrote no AOT cache; see " + folder.resolve("operator.log"));
        }
    }

    private Process start(UnpackedImage image, EmbeddedApi api) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(image.command("-XX:AOTCacheOutput=" + cache));
        builder.environment().put("KUBECONFIG", kubeconfig(api).toString());
        return builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("operator.log").toFile())
                .start();
    }

    private Path kubeconfig(EmbeddedApi api) throws IOException {
        return Files.writeString(folder.resolve("kubeconfig"), """
                apiVersion: v1
                kind: Config
                clusters: [{name: embedded, cluster: {server: "%s"}}]
                contexts: [{name: embedded, context: {cluster: embedded, namespace: %s}}]
                current-context: embedded
                """.formatted(
                        api.config("training").getMasterUrl(), EmbeddedApi.NAMESPACE));
    }

    private void reconcile(KubernetesClient client, Process operator) throws IOException {
        for (String file : List.of("cacheprofile.yaml", "ratelimitpolicy.yaml")) {
            try (InputStream yaml = Files.newInputStream(EXAMPLE.resolve(file))) {
                client.load(yaml)
                        .items()
                        .forEach(object -> client.resource(object)
                                .inNamespace(EmbeddedApi.NAMESPACE)
                                .serverSideApply());
            }
        }
        Awaitility.await()
                .atMost(PATIENCE)
                .failFast("the operator ended; see " + folder.resolve("operator.log"), () -> !operator.isAlive())
                .until(() -> isReady(client));
    }

    private static boolean isReady(KubernetesClient client) {
        List<CacheProfile> profiles = only(client, CacheProfile.class);
        List<RateLimitPolicy> policies = only(client, RateLimitPolicy.class);
        return profiles.stream()
                        .allMatch(profile -> profile.getStatus() != null
                                && isReady(profile.getStatus().conditions()))
                && policies.stream()
                        .allMatch(policy -> policy.getStatus() != null
                                && isReady(policy.getStatus().conditions()));
    }

    private static <T extends HasMetadata> List<T> only(KubernetesClient client, Class<T> kind) {
        return client.resources(kind).inNamespace(EmbeddedApi.NAMESPACE).list().getItems();
    }

    private static boolean isReady(List<Condition> conditions) {
        return Conditions.find(Optional.ofNullable(conditions).orElse(List.of()), ConditionType.READY)
                .filter(ready -> ready.status().equals("True"))
                .isPresent();
    }
}
