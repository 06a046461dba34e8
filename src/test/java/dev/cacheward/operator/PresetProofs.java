package dev.cacheward.operator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * The programs below {@code src/test/proofs}, which hand the delivered files of the presets to the libraries themselves. What a
 * program needs is installed beforehand; where it is missing, the calling test is skipped with a word, and fails where the
 * environment says {@code CI=true}.
 */
final class PresetProofs {
    static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    static final Path FOLDER = Path.of("src/test/proofs");

    private static final Path PRESETS = Path.of("src/test/resources/presets");

    private PresetProofs() {}

    /** Returns the interpreter that has Python's libraries. */
    static Path python() {
        return installed(
                "CACHEWARD_TEST_PROOFS_PYTHON",
                "make one by python3 -m venv target/proofs-python && target/proofs-python/bin/pip install --no-deps -r"
                        + " src/test/proofs/python/requirements.txt, and name target/proofs-python/bin/python");
    }

    /** Returns the folder that has Node's libraries. */
    static Path nodeModules() {
        return installed(
                "CACHEWARD_TEST_PROOFS_NODE",
                "make one by cp src/test/proofs/node/package*.json target/proofs-node/ && npm ci --prefix"
                        + " target/proofs-node, and name target/proofs-node/node_modules");
    }

    /** Returns the program in Go. */
    static Path goProgram() {
        return installed(
                "CACHEWARD_TEST_PROOFS_GO",
                "build it by (cd src/test/proofs/go && go build -o ../../../../target/proofs-go .), and name target/proofs-go");
    }

    /** Returns the program in Go that connects to what is published. */
    static Path goConnect() {
        return installed(
                "CACHEWARD_TEST_PROOFS_GO_CONNECT",
                "build it by (cd src/test/proofs/go/connect && go build -o ../../../../../target/proofs-connect .), and name"
                        + " target/proofs-connect");
    }

    /** Returns the program for the JVM. */
    static Path jar() {
        return installed(
                "CACHEWARD_TEST_PROOFS_JVM",
                "build it by mvn -q -f src/test/proofs/jvm package, and name src/test/proofs/jvm/target/proof.jar");
    }

    /** Returns the jar of the example for Spring Boot. */
    static Path springBoot() {
        return installed(
                "CACHEWARD_TEST_SPRING_BOOT",
                "build it by mvn -q -f examples/spring-boot package, and name examples/spring-boot/target/shop.jar");
    }

    /** Returns the jar of the example for Quarkus. */
    static Path quarkus() {
        return installed(
                "CACHEWARD_TEST_QUARKUS",
                "build it by mvn -q -f examples/quarkus package, and name"
                        + " examples/quarkus/target/quarkus-app/quarkus-run.jar");
    }

    /** Returns the program in Rust. It is asked for where there is a cargo to build it, so CI may lack it. */
    static Path rustProgram() {
        return installed(
                "CACHEWARD_TEST_PROOFS_RUST",
                "build it by cargo build --manifest-path src/test/proofs/rust/Cargo.toml --target-dir target/proofs-rust, and"
                        + " name target/proofs-rust/debug/preset-proofs",
                false);
    }

    private static Path installed(String variable, String how) {
        return installed(variable, how, "true".equals(System.getenv("CI")));
    }

    /** Returns the file or folder that a variable names. */
    private static Path installed(String variable, String how, boolean demanded) {
        Optional<Path> program = Optional.ofNullable(System.getenv(variable))
                .filter(value -> !value.isBlank())
                .map(value -> Path.of(value).toAbsolutePath())
                .filter(Files::exists);
        String lack = variable + " names no file; " + how;
        if (program.isEmpty() && demanded) {
            Assertions.fail(lack + "; CI must not skip a test");
        }
        program.ifPresentOrElse(found -> {}, () -> System.err.println("SKIPPED: " + lack));
        Assumptions.assumeTrue(program.isPresent(), lack);
        return program.orElseThrow();
    }

    /** Copies the sources of a program, for one that looks for its libraries beside them. */
    static void copy(String program, Path to) throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve(program))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    /**
     * Runs a program with the folder of the presets as its last argument.
     *
     * @param redisUrl of a server that the operator runs, as an application gets it
     * @return the lines that it says, and as the last one {@code exit <code>}
     */
    static List<String> run(String redisUrl, String... command) {
        List<String> all = new ArrayList<>(List.of(command));
        all.add(PRESETS.toAbsolutePath().toString());
        return run(Map.of("REDIS_URL", redisUrl), all);
    }

    /** Runs a program, and returns the same. */
    static List<String> run(Map<String, String> environment, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        try {
            Process process = builder.redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return (said + "exit " + process.waitFor()).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
