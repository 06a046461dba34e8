package dev.cacheward.operator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * The programs below {@code src/test/proofs}, which hand the delivered files of the presets to the libraries themselves. What a
 * program needs is installed beforehand; where it is missing, the calling test is skipped with a word, and fails where the
 * environment says {@code CI=true}.
 */
final class PresetProofs {
    static final Path FOLDER = Path.of("src/test/proofs");

    private static final Path PRESETS = Path.of("src/test/resources/presets");

    private PresetProofs() {}

    /** Returns the program that a variable names. */
    static Path program(String variable, String how) {
        Optional<Path> program = Optional.ofNullable(System.getenv(variable))
                .filter(value -> !value.isBlank())
                .map(value -> Path.of(value).toAbsolutePath())
                .filter(Files::exists);
        String lack = variable + " names no file; " + how;
        if (program.isEmpty() && "true".equals(System.getenv("CI"))) {
            Assertions.fail(lack + "; CI must not skip a test");
        }
        program.ifPresentOrElse(found -> {}, () -> System.err.println("SKIPPED: " + lack));
        Assumptions.assumeTrue(program.isPresent(), lack);
        return program.orElseThrow();
    }

    /**
     * Runs a program with the folder of the presets as its last argument.
     *
     * @param redisUrl of a server that the operator runs, as an application gets it
     * @return the lines that it says, and as the last one {@code exit <code>}
     */
    static List<String> run(String redisUrl, String... command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.command().add(PRESETS.toAbsolutePath().toString());
        builder.environment().put("REDIS_URL", redisUrl);
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
