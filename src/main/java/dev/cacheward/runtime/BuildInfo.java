package dev.cacheward.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;

/**
 * What the build wrote down of itself.
 *
 * @param version of the operator, such as 0.1.0; empty where Maven did not build it
 * @param commit that was built; empty where whoever built it did not say
 */
public record BuildInfo(Optional<String> version, Optional<String> commit) {
    private static final String FILE = "build.properties";

    /** Reads the file that the build wrote. */
    public static BuildInfo read() {
        try (InputStream file = BuildInfo.class.getResourceAsStream(FILE)) {
            Properties properties = new Properties();
            if (file != null) {
                properties.load(file);
            }
            return of(properties);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static BuildInfo of(Properties properties) {
        return new BuildInfo(value(properties, "version"), value(properties, "commit"));
    }

    private static Optional<String> value(Properties properties, String name) {
        return Optional.of(properties.getProperty(name, "").strip()).filter(text -> !text.isEmpty());
    }

    @Override
    public String toString() {
        return version.orElse("(not built by Maven)")
                + commit.map(hash -> " (commit " + hash + ")").orElse("");
    }
}
