package dev.cacheward.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * Says what this program was built from, as the manifest of its jar has it.
 *
 * @param version of the release
 * @param revision the commit; only who builds a release names it
 */
public record BuildInfo(String version, String revision) {
    /** Stands for what the build did not say. */
    public static final String UNKNOWN = "unknown";

    /** Returns what the jar says that this class comes from; outside of a jar all is {@link #UNKNOWN}. */
    public static BuildInfo ofThisProgram() {
        try {
            Path code = Path.of(BuildInfo.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Files.isRegularFile(code) ? ofJar(code) : of(new Manifest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static BuildInfo ofJar(Path file) throws IOException {
        try (JarFile jar = new JarFile(file.toFile())) {
            return of(Optional.ofNullable(jar.getManifest()).orElseGet(Manifest::new));
        }
    }

    private static BuildInfo of(Manifest manifest) {
        Attributes said = manifest.getMainAttributes();
        return new BuildInfo(
                said(said, Attributes.Name.IMPLEMENTATION_VERSION.toString()), said(said, "Implementation-Revision"));
    }

    private static String said(Attributes attributes, String name) {
        return Optional.ofNullable(attributes.getValue(name))
                .filter(text -> !text.isBlank())
                .orElse(UNKNOWN);
    }
}
