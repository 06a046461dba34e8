package dev.cacheward.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildInfoTest {
    @TempDir
    Path folder;

    @Test
    void aJarSaysWhatItWasBuiltFrom() throws IOException {
        // Given
        Path jar = jar(Map.of("Implementation-Version", "1.2.3", "Implementation-Revision", "abc123"));

        // When, Then
        assertThat(BuildInfo.ofJar(jar)).isEqualTo(new BuildInfo("1.2.3", "abc123"));
    }

    @Test
    void whatAJarDoesNotSayIsUnknown() throws IOException {
        // Given
        Path jar = jar(Map.of("Implementation-Version", "1.2.3", "Implementation-Revision", ""));

        // When, Then
        assertThat(BuildInfo.ofJar(jar)).isEqualTo(new BuildInfo("1.2.3", BuildInfo.UNKNOWN));
    }

    @Test
    void aFolderOfClassesSaysNothing() {
        assertThat(BuildInfo.ofThisProgram()).isEqualTo(new BuildInfo(BuildInfo.UNKNOWN, BuildInfo.UNKNOWN));
    }

    private Path jar(Map<String, String> said) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        said.forEach(manifest.getMainAttributes()::putValue);
        Path jar = folder.resolve("program.jar");
        try (OutputStream file = Files.newOutputStream(jar)) {
            new JarOutputStream(file, manifest).close();
        }
        return jar;
    }
}
