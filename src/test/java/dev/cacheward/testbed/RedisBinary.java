package dev.cacheward.testbed;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The redis-server that stands for every image: 7.0 or later on PATH, else the one that a test dependency ships. */
final class RedisBinary {
    private static final String NAME = "redis-server";
    private static final int OLDEST_MAJOR = 7;
    private static final Pattern VERSION = Pattern.compile(" v=(\\d+)\\.");

    private RedisBinary() {}

    /**
     * Makes {@code folder/redis-server}, a link or a copy.
     *
     * @param searchPath as in the variable PATH
     */
    static Path install(Path folder, String searchPath) {
        Path target = folder.resolve(NAME);
        try {
            Optional<Path> installed = on(searchPath);
            if (installed.isPresent()) {
                return Files.createSymbolicLink(target, installed.get());
            }
            return shipped(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> on(String searchPath) {
        return Arrays.stream(searchPath.split(File.pathSeparator))
                .map(folder -> Path.of(folder, NAME))
                .filter(Files::isExecutable)
                .filter(RedisBinary::isRecent)
                .findFirst();
    }

    private static boolean isRecent(Path binary) {
        try {
            Process process = new ProcessBuilder(binary.toString(), "--version").start();
            Matcher version =
                    VERSION.matcher(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            return version.find() && Integer.parseInt(version.group(1)) >= OLDEST_MAJOR;
        } catch (IOException e) {
            return false;
        }
    }

    private static Path shipped(Path target) throws IOException {
        String resource = "/redis-server-7.0.15-" + platform();
        try (InputStream binary = RedisBinary.class.getResourceAsStream(resource)) {
            if (binary == null) {
                throw new IOException("No redis-server of 7.0 or later on PATH, and none is shipped for " + platform()
                        + ": install Redis");
            }
            Files.copy(binary, target);
        }
        if (!target.toFile().setExecutable(true)) {
            throw new IOException("Cannot make " + target + " executable");
        }
        return target;
    }

    private static String platform() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return (os.startsWith("mac") ? "darwin" : "linux") + "-"
                + (arch.equals("aarch64") || arch.equals("arm64") ? "arm64" : "amd64");
    }
}
