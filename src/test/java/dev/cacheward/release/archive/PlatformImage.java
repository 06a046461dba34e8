package dev.cacheward.release.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarFile;

/** The image of one platform, in an archive of OCI's image layout with one manifest, as Jib writes it. */
public final class PlatformImage implements Closeable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final TarFile tar;
    private final JsonNode manifestDescriptor;
    private final JsonNode manifest;
    private final JsonNode config;

    private PlatformImage(Path file, TarFile tar) throws IOException {
        this.file = file;
        this.tar = tar;
        this.manifestDescriptor = JSON.readTree(bytes("index.json")).at("/manifests/0");
        this.manifest = JSON.readTree(blob(digest(manifestDescriptor)));
        this.config = JSON.readTree(blob(digest(manifest.at("/config"))));
    }

    /** Opens the archive; its layers are read when they are asked for. */
    public static PlatformImage open(Path archive) throws IOException {
        return new PlatformImage(archive, new TarFile(archive));
    }

    /** Such as {@code linux/arm64}. */
    public String platform() {
        return os() + "/" + architecture();
    }

    String os() {
        return config.at("/os").asText();
    }

    /** As Go names it. */
    public String architecture() {
        return config.at("/architecture").asText();
    }

    /** What an index says of its manifest. */
    JsonNode manifestDescriptor() {
        return manifestDescriptor;
    }

    /** Of the image of this platform alone. */
    public Digest manifestDigest() {
        return digest(manifestDescriptor);
    }

    /** Everything that it consists of: layers, lowest first, then its configuration and its manifest. */
    List<Digest> blobs() {
        return Stream.concat(layers().stream(), Stream.of(digest(manifest.at("/config")), manifestDigest()))
                .toList();
    }

    /** The lowest first. */
    public List<Digest> layers() {
        return StreamSupport.stream(manifest.at("/layers").spliterator(), false)
                .map(PlatformImage::digest)
                .toList();
    }

    long size(Digest blob) {
        return entry(name(blob)).getSize();
    }

    /** What is in a blob; a layer is a tar in gzip. */
    public InputStream blob(Digest blob) {
        return stream(entry(name(blob)));
    }

    static String name(Digest blob) {
        return "blobs/sha256/" + blob.hex();
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }

    private static Digest digest(JsonNode descriptor) {
        return Digest.parse(descriptor.at("/digest").asText());
    }

    private InputStream bytes(String name) {
        return stream(entry(name));
    }

    private InputStream stream(TarArchiveEntry entry) {
        try {
            return tar.getInputStream(entry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TarArchiveEntry entry(String name) {
        return tar.getEntries().stream()
                .filter(entry -> entry.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(file + " has no " + name));
    }
}
