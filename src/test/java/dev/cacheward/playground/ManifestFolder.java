package dev.cacheward.playground;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder of manifests that the cluster follows: what is written there is applied, what goes there is deleted. */
final class ManifestFolder {
    /** Editors replace a file by removing it for a moment. */
    private static final int LOOKS_UNTIL_GONE = 3;

    private final Path folder;
    private final KubernetesClient client;
    private final Screen screen;
    private final ManifestReader reader;
    private final Map<Path, String> texts = new LinkedHashMap<>();
    private final Map<Path, List<HasMetadata>> applied = new LinkedHashMap<>();
    private final Map<Path, Integer> missed = new LinkedHashMap<>();

    ManifestFolder(Path folder, KubernetesClient client, Screen screen) {
        this.folder = folder;
        this.client = client;
        this.reader = new ManifestReader(client.getKubernetesSerialization());
        this.screen = screen;
    }

    /** Everything that is applied now. */
    List<HasMetadata> resources() {
        return applied.values().stream().flatMap(List::stream).toList();
    }

    /** One look at the files; whatever is wrong with them is told, and the last good state stays. */
    void look() {
        List<Path> files = files();
        files.forEach(this::follow);
        texts.keySet().stream().filter(f -> !files.contains(f)).toList().forEach(this::missing);
    }

    private List<Path> files() {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(f -> f.toString().matches(".*\\.ya?ml")).sorted().toList();
        } catch (IOException e) {
            return List.copyOf(texts.keySet());
        }
    }

    private void follow(Path file) {
        missed.remove(file);
        String text = read(file);
        if (text.isBlank() || text.equals(texts.put(file, text))) {
            return;
        }
        try {
            List<HasMetadata> wanted = reader.read(text);
            for (HasMetadata resource : wanted) {
                apply(resource);
            }
            screen.event("applied", file + ": " + names(wanted));
            prune(Optional.ofNullable(applied.put(file, wanted)).orElse(List.of()), wanted);
        } catch (BadManifest e) {
            screen.event("refused", file + " " + e.getMessage() + ". What was applied before stays.");
        } catch (KubernetesClientException e) {
            String why = e.getStatus() == null ? e.getMessage() : e.getStatus().getMessage();
            screen.event("refused", file + ": " + why);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }

    private void apply(HasMetadata resource) {
        client.resource(resource).fieldManager("kubectl").forceConflicts().serverSideApply();
    }

    private void missing(Path file) {
        if (missed.merge(file, 1, Integer::sum) >= LOOKS_UNTIL_GONE) {
            texts.remove(file);
            missed.remove(file);
            prune(Optional.ofNullable(applied.remove(file)).orElse(List.of()), List.of());
        }
    }

    private void prune(List<HasMetadata> before, List<HasMetadata> now) {
        before.stream()
                .filter(old -> now.stream().noneMatch(r -> isSame(old, r)))
                .forEach(gone -> client.resource(gone).delete());
    }

    private static boolean isSame(HasMetadata a, HasMetadata b) {
        return a.getKind().equals(b.getKind())
                && a.getMetadata().getName().equals(b.getMetadata().getName());
    }

    private static String names(List<HasMetadata> resources) {
        return resources.stream()
                .map(r -> r.getKind() + " " + r.getMetadata().getName())
                .reduce((a, b) -> a + ", " + b)
                .orElse("nothing");
    }
}
