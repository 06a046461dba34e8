package dev.cacheward.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cacheward.release.archive.ChartPackage;
import dev.cacheward.release.archive.Digest;
import dev.cacheward.release.archive.ImageIndex;
import dev.cacheward.release.archive.PlatformImage;
import dev.cacheward.release.sbom.ImageSbom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes every file of a release into one folder, which it empties before. The current folder is that of the sources. */
final class ReleaseFolder {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path CHART = Path.of("helm", "cacheward");
    private static final Path MANIFESTS = Path.of("helm", "manifests");
    private static final Path CRDS = Path.of("crds");
    private static final Path LAUNCHER = Path.of("src", "main", "launcher");
    private static final String SUMS = "SHA256SUMS";

    private final Release release;
    private final Path folder;
    private final String prefix;

    ReleaseFolder(Release release) {
        this.release = release;
        this.folder = release.build().resolve("release");
        this.prefix = "cacheward-" + release.version();
    }

    /** @param images one for each platform */
    void write(List<PlatformImage> images) throws IOException {
        Files.createDirectories(folder);
        for (Path old : list(folder)) {
            Files.delete(old);
        }
        copyPrograms();
        copyCrds();
        new ChartPackage(CHART).write(file(".tgz"), release.time());
        writeImage(images);
        JsonNode jarSbom = jarSbom();
        writeJson("-jar.cdx.json", jarSbom);
        for (PlatformImage image : images) {
            String platform = image.platform().replace('/', '-');
            writeJson("-image-" + platform + ".cdx.json", new ImageSbom(image, jarSbom).document());
        }
        writeJson(".intoto.json", new Provenance(release, digests()).statement());
        Files.writeString(folder.resolve(SUMS), sums());
    }

    /** The launchers look for the jar beside them, by this name. */
    private void copyPrograms() throws IOException {
        Files.copy(release.build().resolve("cacheward.jar"), folder.resolve("cacheward.jar"));
        for (Path launcher : list(LAUNCHER)) {
            Files.copy(launcher, folder.resolve(launcher.getFileName()));
        }
    }

    private void copyCrds() throws IOException {
        Files.writeString(file("-crds.yaml"), joined(list(CRDS)));
    }

    private void writeImage(List<PlatformImage> images) throws IOException {
        ImageIndex index = ImageIndex.of(images);
        index.write(file("-image.oci.tar"), release.repository(), release.version(), release.time());
        String digest = index.digest().toString();
        String manifests = joined(List.of(MANIFESTS.resolve("namespace.yaml"), MANIFESTS.resolve("cacheward.yaml")));
        Files.writeString(file(".yaml"), PinnedManifests.of(manifests, release.repository(), digest));
        String repository =
                release.repository().map(name -> "  repository: " + name + "\n").orElse("");
        Files.writeString(
                file("-values.yaml"),
                "# helm install -f this file runs the released image, whatever a tag says.\nimage:\n" + repository
                        + "  digest: " + digest + "\n");
    }

    private SortedMap<String, Digest> digests() throws IOException {
        SortedMap<String, Digest> digests = new TreeMap<>();
        for (Path each : list(folder)) {
            digests.put(each.getFileName().toString(), Digest.of(each));
        }
        return digests;
    }

    private String sums() throws IOException {
        return digests().entrySet().stream()
                .map(each -> each.getValue().hex() + "  " + each.getKey() + "\n")
                .collect(Collectors.joining());
    }

    private JsonNode jarSbom() throws IOException {
        Path document = release.build().resolve("jar.cdx.json");
        if (!Files.exists(document)) {
            throw new IllegalStateException("There is no bill of materials " + document
                    + ": Maven skips the plugin that writes it when it is offline, so leave out -o");
        }
        return JSON.readTree(document.toFile());
    }

    private void writeJson(String suffix, JsonNode document) throws IOException {
        Files.writeString(file(suffix), document.toPrettyString() + "\n");
    }

    private Path file(String suffix) {
        return folder.resolve(prefix + suffix);
    }

    private static String joined(List<Path> documents) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Path document : documents) {
            text.append("---\n").append(Files.readString(document).replaceFirst("\\A(#.*\n)+(---\n)?|\\A---\n", ""));
        }
        return text.toString();
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
