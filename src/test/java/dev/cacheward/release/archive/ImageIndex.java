package dev.cacheward.release.archive;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One image for several platforms, which Jib pushes, but writes into no archive: "multi-platform image building not supported when
 * building a local tar image".
 */
public final class ImageIndex {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String INDEX_TYPE = "application/vnd.oci.image.index.v1+json";
    private static final String CONTAINERD_NAME = "io.containerd.image.name";
    private static final String REF_NAME = "org.opencontainers.image.ref.name";

    private final List<PlatformImage> images;
    private final byte[] index;

    private ImageIndex(List<PlatformImage> images, byte[] index) {
        this.images = images;
        this.index = index;
    }

    /** @param images of different platforms, in the order in which a client should see them */
    public static ImageIndex of(List<PlatformImage> images) throws IOException {
        ObjectNode index = JSON.createObjectNode().put("schemaVersion", 2).put("mediaType", INDEX_TYPE);
        Set<String> platforms = new HashSet<>();
        for (PlatformImage image : images) {
            if (!platforms.add(image.platform())) {
                throw new IllegalArgumentException("Two images are of " + image.platform()
                        + ": name a base for each platform, by -Dbase.image.amd64 and -Dbase.image.arm64");
            }
            ObjectNode manifest = index.withArray("/manifests").addObject();
            manifest.set("mediaType", image.manifestDescriptor().at("/mediaType"));
            manifest.set("digest", image.manifestDescriptor().at("/digest"));
            manifest.set("size", image.manifestDescriptor().at("/size"));
            manifest.putObject("platform")
                    .put("architecture", image.architecture())
                    .put("os", image.os());
        }
        return new ImageIndex(images, JSON.writeValueAsBytes(index));
    }

    /** By which a pod gets the image of its node's platform. */
    public Digest digest() {
        return Digest.of(index);
    }

    /**
     * Writes OCI's image layout, which has one entry: the index under this tag.
     *
     * @param repository by which containerd knows the image once the archive is imported; empty leaves that to who imports it
     */
    public void write(Path archive, Optional<String> repository, String tag, Instant time) throws IOException {
        try (TarWriter tar = new TarWriter(Files.newOutputStream(archive), time)) {
            tar.add("oci-layout", "{\"imageLayoutVersion\":\"1.0.0\"}".getBytes(StandardCharsets.UTF_8));
            tar.add("index.json", entryPoint(repository, tag));
            tar.add(PlatformImage.name(digest()), index);
            Set<Digest> written = new HashSet<>();
            for (PlatformImage image : images) {
                for (Digest blob : image.blobs()) {
                    if (written.add(blob)) {
                        copy(image, blob, tar);
                    }
                }
            }
        }
    }

    private byte[] entryPoint(Optional<String> repository, String tag) throws IOException {
        ObjectNode entryPoint = JSON.createObjectNode().put("schemaVersion", 2).put("mediaType", INDEX_TYPE);
        ObjectNode descriptor = entryPoint.withArray("/manifests").addObject();
        descriptor
                .put("mediaType", INDEX_TYPE)
                .put("digest", digest().toString())
                .put("size", index.length);
        ObjectNode annotations = descriptor.putObject("annotations").put(REF_NAME, tag);
        repository.ifPresent(name -> annotations.put(CONTAINERD_NAME, name + ":" + tag));
        return JSON.writeValueAsBytes(entryPoint);
    }

    private static void copy(PlatformImage image, Digest blob, TarWriter tar) throws IOException {
        try (InputStream bytes = image.blob(blob)) {
            tar.add(PlatformImage.name(blob), image.size(blob), bytes);
        }
    }
}
