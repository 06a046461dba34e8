package dev.cacheward.redis.client;

import static org.awaitility.Awaitility.await;

import dev.cacheward.redis.Product;
import dev.cacheward.redis.ServerVersion;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A program that is a Redis or Valkey server of a supported version.
 *
 * @param command absolute path of the program
 */
public record RedisBinary(String command, ServerVersion version) {
    /** Colon-separated further programs for the tests that run on every server at hand. */
    private static final String MORE = "CACHEWARD_TEST_SERVERS";

    private static final Pattern VERSION = Pattern.compile("(Redis|Valkey) server v=([0-9.]+)");

    /** The one on PATH if its version is supported, else the one of a Maven artifact. */
    public static RedisBinary find() {
        return Stream.of("redis-server", "valkey-server")
                .flatMap(RedisBinary::onPath)
                .flatMap(command -> probe(command).stream())
                .filter(binary -> binary.version().supported())
                .findFirst()
                .orElseGet(RedisBinary::embedded);
    }

    /** The found one and those that the environment or system property {@code CACHEWARD_TEST_SERVERS} names. */
    public static List<RedisBinary> all() {
        String more = System.getProperty(MORE, System.getenv().getOrDefault(MORE, ""));
        List<RedisBinary> all = new ArrayList<>(List.of(find()));
        for (String command : more.split(":")) {
            if (!command.isBlank()) {
                all.add(probe(command).orElseThrow(() -> new IllegalStateException(MORE + ": no server: " + command)));
            }
        }
        return all;
    }

    /** Redis 7.0.15 for this machine out of the artifact; the file goes when the JVM does. */
    public static RedisBinary embedded() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        String arch = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
        String resource = "/redis-server-7.0.15-" + os + "-" + arch;
        try (InputStream in = RedisBinary.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no redis-server on PATH, and none for " + os + "-" + arch);
            }
            Path file = Files.createTempFile("redis-server", "");
            file.toFile().deleteOnExit();
            Files.write(file, in.readAllBytes());
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
            return awaitProgram(file);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    /**
     * A file that was just written is "busy" while another thread starts a process: that holds the file open, until it becomes
     * another program.
     */
    private static RedisBinary awaitProgram(Path file) {
        return await().atMost(LongTimeout.LONG)
                .pollDelay(Duration.ZERO)
                .until(() -> probe(file.toString()), Optional::isPresent)
                .orElseThrow();
    }

    /** Makes the server known by another name. */
    public void linkAs(Path name) {
        try {
            Files.createSymbolicLink(name, Path.of(command));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return version.toString();
    }

    private static Stream<String> onPath(String name) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> new File(folder, name))
                .filter(File::canExecute)
                .map(File::getAbsolutePath);
    }

    private static Optional<RedisBinary> probe(String command) {
        try {
            Process process = new ProcessBuilder(command, "--version")
                    .redirectErrorStream(true)
                    .start();
            Matcher matcher =
                    VERSION.matcher(new String(process.getInputStream().readAllBytes()));
            if (!matcher.find()) {
                return Optional.empty();
            }
            Product product = matcher.group(1).equals("Redis") ? Product.REDIS : Product.VALKEY;
            return Optional.of(new RedisBinary(command, ServerVersion.parse(product, matcher.group(2))));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
