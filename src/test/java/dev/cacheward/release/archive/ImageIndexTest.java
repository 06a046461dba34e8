package dev.cacheward.release.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageIndexTest {
    private static final Map<String, String> SHARED = Map.of("app/cacheward.jar", "the same on each platform");

    @TempDir
    private Path folder;

    @Test
    void itNamesTheImageOfEachPlatform() throws IOException {
        // When
        Map<String, byte[]> written = write("image.tar");

        // Then
        JsonNode entryPoint = json(written.get("index.json")).at("/manifests/0");
        assertThat(entryPoint
                        .at("/annotations/org.opencontainers.image.ref.name")
                        .asText())
                .isEqualTo("0.1.0");
        assertThat(entryPoint.at("/annotations/io.containerd.image.name").asText())
                .isEqualTo("example.com/cw:0.1.0");
        JsonNode index = json(written.get(blob(entryPoint)));
        assertThat(index.findValuesAsText("architecture")).containsExactly("amd64", "arm64");
        assertThat(index.at("/manifests"))
                .allSatisfy(image -> assertThat(written).containsKey(blob(image)));
    }

    @Test
    void everyBlobIsThereOnceUnderTheDigestOfItsContent() throws IOException {
        // When
        Map<String, byte[]> written = write("image.tar");
        written.keySet().removeIf(name -> !name.startsWith("blobs/"));

        // Then
        assertThat(written)
                .hasSize(1 + 2 * 3 + 1)
                .allSatisfy((name, content) -> assertThat(name).isEqualTo(PlatformImage.name(Digest.of(content))));
    }

    @Test
    void twoWritesAreTheSameFile() throws IOException {
        // When
        write("one.tar");
        write("other.tar");

        // Then
        assertThat(Files.mismatch(folder.resolve("one.tar"), folder.resolve("other.tar")))
                .isEqualTo(-1);
    }

    @Test
    void twoImagesOfOnePlatformAreRefused() throws IOException {
        try (PlatformImage one = SampleImage.write(folder.resolve("1.tar"), "amd64", SHARED);
                PlatformImage other = SampleImage.write(folder.resolve("2.tar"), "amd64", SHARED)) {
            assertThatThrownBy(() -> ImageIndex.of(List.of(one, other)))
                    .hasMessage("Two images are of linux/amd64: name a base for each platform, by -Dbase.image.amd64"
                            + " and -Dbase.image.arm64");
        }
    }

    private Map<String, byte[]> write(String name) throws IOException {
        Path archive = folder.resolve(name);
        try (PlatformImage amd64 = SampleImage.write(folder.resolve("1.tar"), "amd64", Map.of("x86", "a"), SHARED);
                PlatformImage arm64 = SampleImage.write(folder.resolve("2.tar"), "arm64", Map.of("arm", "a"), SHARED)) {
            ImageIndex.of(List.of(amd64, arm64)).write(archive, Optional.of("example.com/cw"), "0.1.0", Instant.EPOCH);
        }
        Map<String, byte[]> written = new TreeMap<>();
        try (TarFile tar = new TarFile(archive)) {
            for (TarArchiveEntry entry : tar.getEntries()) {
                try (InputStream bytes = tar.getInputStream(entry)) {
                    assertThat(written.put(entry.getName(), bytes.readAllBytes()))
                            .as(entry.getName())
                            .isNull();
                }
            }
        }
        return written;
    }

    private static String blob(JsonNode descriptor) {
        return PlatformImage.name(Digest.parse(descriptor.at("/digest").asText()));
    }

    private static JsonNode json(byte[] text) throws IOException {
        return new ObjectMapper().readTree(text);
    }
}
