package dev.cacheward.release.sbom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cacheward.release.archive.PlatformImage;
import dev.cacheward.release.archive.SampleImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageSbomTest {
    private static final String DPKG = """
            Package: libc6
            Status: install ok installed
            Architecture: amd64
            Source: glibc (2.39-0ubuntu8)
            Version: 2.39-0ubuntu8.6
            Description: GNU C Library
             Version: is no field here

            Package: gone
            Status: deinstall ok config-files
            Architecture: amd64
            Version: 1

            Package: libstdc++6
            Status: install ok installed
            Architecture: amd64
            Version: 14.2.0-4ubuntu2~24.04
            """;
    private static final String APK = """
            C:Q1abc=
            P:musl-utils
            V:1.2.5-r10
            A:x86_64
            o:musl
            F:sbin
            R:ldconfig

            P:zlib
            V:1.3.1-r2
            A:x86_64
            o:zlib
            """;

    @TempDir
    private Path folder;

    @Test
    void thePackagesOfDpkgAreNamedAsScannersLookThemUp() throws IOException {
        // Given
        String release = "NAME=\"Ubuntu\"\nVERSION_ID=\"24.04\"\nID=ubuntu\n";

        // Then
        assertThat(packageUrls(Map.of("var/lib/dpkg/status", DPKG, "usr/lib/os-release", release)))
                .contains(
                        "pkg:deb/ubuntu/libc6@2.39-0ubuntu8.6?arch=amd64&distro=ubuntu-24.04&upstream=glibc",
                        "pkg:deb/ubuntu/libstdc%2B%2B6@14.2.0-4ubuntu2~24.04?arch=amd64&distro=ubuntu-24.04")
                .noneMatch(url -> url.contains("gone"));
    }

    @Test
    void thoseOfAnImageWithoutAShellAreInAFileEach() throws IOException {
        // Given
        String status = "Package: tzdata\nArchitecture: all\nVersion: 2026a-0+deb13u1\n";

        // Then
        assertThat(packageUrls(Map.of(
                        "./var/lib/dpkg/status.d/tzdata",
                        status,
                        "./var/lib/dpkg/status.d/tzdata.md5sums",
                        "0  Package: x")))
                .contains("pkg:deb/debian/tzdata@2026a-0%2Bdeb13u1?arch=all")
                .hasSize(3);
    }

    @Test
    void thePackagesOfApkAreNamedAsScannersLookThemUp() throws IOException {
        // Given
        String release = "ID=alpine\nVERSION_ID=3.22.1\n";

        // Then
        assertThat(packageUrls(Map.of("lib/apk/db/installed", APK, "etc/os-release", release)))
                .contains(
                        "pkg:apk/alpine/musl-utils@1.2.5-r10?arch=x86_64&distro=alpine-3.22.1&upstream=musl",
                        "pkg:apk/alpine/zlib@1.3.1-r2?arch=x86_64&distro=alpine-3.22.1");
    }

    @Test
    void theJavaAndTheSystemAreNamed() throws IOException {
        // When
        JsonNode document = document(Map.of(
                "opt/java/openjdk/release",
                "IMPLEMENTOR=\"Eclipse Adoptium\"\nJAVA_RUNTIME_VERSION=\"25.0.3+9-LTS\"\nJAVA_VERSION=\"25.0.3\"\n",
                "etc/lsb/release",
                "CODENAME=noble\n",
                "etc/os-release",
                "ID=ubuntu\nVERSION_ID=\"24.04\"\n"));

        // Then
        assertThat(StreamSupport.stream(document.at("/components").spliterator(), false))
                .extracting(component -> component.at("/type").asText() + " "
                        + component.at("/name").asText() + " "
                        + component.at("/version").asText())
                .containsExactly(
                        "application cacheward 0.1.0",
                        "library picocli 4",
                        "operating-system ubuntu 24.04",
                        "platform openjdk 25.0.3+9-LTS");
    }

    @Test
    void anUpperLayerReplacesTheListOfALowerOne() throws IOException {
        assertThat(packageUrls(
                        Map.of("lib/apk/db/installed", APK), Map.of("lib/apk/db/installed", "P:zlib\nV:2\nA:x86_64\n")))
                .contains("pkg:apk/alpine/zlib@2?arch=x86_64")
                .noneMatch(url -> url.contains("musl"));
    }

    @Test
    void itIsAboutTheImageAndDoesNotClaimToBeComplete() throws IOException {
        // When
        JsonNode document = document(Map.of("lib/apk/db/installed", APK));

        // Then
        JsonNode container = document.at("/metadata/component");
        assertThat(container.at("/type").asText()).isEqualTo("container");
        assertThat(document.at("/compositions/0/aggregate").asText()).isEqualTo("incomplete");
        List<String> references = document.at("/dependencies").findValuesAsText("ref");
        assertThat(references).contains(container.at("/bom-ref").asText());
    }

    @SafeVarargs
    private List<String> packageUrls(Map<String, String>... layers) throws IOException {
        return document(layers).at("/components").findValuesAsText("purl");
    }

    @SafeVarargs
    private JsonNode document(Map<String, String>... layers) throws IOException {
        JsonNode jar = new ObjectMapper().readTree("""
                {"specVersion": "1.6",
                 "metadata": {"component": {"type": "application", "bom-ref": "us", "purl": "pkg:maven/a/b@1", "name": "cacheward", "version": "0.1.0"}},
                 "components": [{"type": "library", "bom-ref": "p", "purl": "pkg:maven/p/p@4", "name": "picocli", "version": "4"}],
                 "dependencies": [{"ref": "us", "dependsOn": ["p"]}]}
                """);
        try (PlatformImage image = SampleImage.write(folder.resolve("image.tar"), "amd64", layers)) {
            return new ImageSbom(image, jar).document();
        }
    }
}
