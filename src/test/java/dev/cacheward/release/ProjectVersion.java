package dev.cacheward.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version that the pom names: the one place where it is set. */
public final class ProjectVersion {
    private static final Pattern OURS =
            Pattern.compile("<artifactId>cacheward</artifactId>\\s*<version>([^<]+)</version>");

    private ProjectVersion() {}

    /** Such as 0.1.0. */
    public static String read() {
        try {
            Matcher version = OURS.matcher(Files.readString(Path.of("pom.xml")));
            if (!version.find()) {
                throw new IllegalStateException("pom.xml names no version");
            }
            return version.group(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
