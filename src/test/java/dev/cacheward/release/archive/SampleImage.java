package dev.cacheward.release.archive;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/** Writes small images of one platform in the form that Jib writes. */
public final class SampleImage {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";

    private SampleImage() {}

    /** @param layers the files of each, by path, the lowest layer first */
    @SafeVarargs
    public static PlatformImage write(Path archive, String architecture, Map<String, String>... layers)
            throws IOException {
        List<byte[]> blobs = new ArrayList<>();
        ObjectNode manifest = JSON.createObjectNode().put("schemaVersion", 2).put("mediaType", MANIFEST);
        byte[] config = JSON.writeValueAsBytes(Map.of("architecture", architecture, "os", "linux"));
        blobs.add(config);
        manifest.putObject("config").put("digest", Digest.of(config).toString());
        for (Map<String, String> files : layers) {
            byte[] layer = layer(files);
            blobs.add(layer);
            manifest.withArray("/layers")
                    .addObject()
                    .put("digest", Digest.of(layer).toString());
        }
        byte[] manifestBytes = JSON.writeValueAsBytes(manifest);
        blobs.add(manifestBytes);
        ObjectNode index = JSON.createObjectNode();
        index.withArray("/manifests")
                .addObject()
                .put("mediaType", MANIFEST)
                .put("digest", Digest.of(manifestBytes).toString())
                .put("size", manifestBytes.length);
        try (TarWriter tar = new TarWriter(Files.newOutputStream(archive), Instant.EPOCH)) {
            for (byte[] blob : blobs) {
                tar.add(PlatformImage.name(Digest.of(blob)), blob);
            }
            tar.add("index.json", JSON.writeValueAsBytes(index));
        }
        return PlatformImage.open(archive);
    }

    private static byte[] layer(Map<String, String> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarWriter tar = new TarWriter(new GZIPOutputStream(bytes), Instant.EPOCH)) {
            for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
                tar.add(file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
