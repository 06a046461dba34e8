package dev.cacheward.cluster.rig;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** A program of a Kubernetes user, such as kubectl or helm, on the cluster that KUBECONFIG names. */
public record CommandLineTool(String program, TestNamespace namespace, Map<String, String> environment) {
    private static final long PATIENCE_SECONDS = 300;

    /** Skips the calling test with a word where there is none, and fails it where the environment says {@code CI=true}. */
    public static CommandLineTool onPath(String program, TestNamespace namespace) {
        boolean found = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> new File(folder, program).canExecute());
        if (!found && "true".equals(System.getenv("CI"))) {
            Assertions.fail("there is no " + program + " on PATH, and CI must not skip a test");
        }
        Assumptions.assumeTrue(found, "there is no " + program + " on PATH");
        return new CommandLineTool(program, namespace, Map.of());
    }

    /** The same with these environment variables, too. */
    public CommandLineTool with(Map<String, String> more) {
        return new CommandLineTool(program, namespace, more);
    }

    /** Runs it to its end, and returns what it prints; fails when it does. */
    public String run(String... arguments) {
        List<String> command = new ArrayList<>(List.of(program, "--namespace", namespace.name()));
        command.addAll(Arrays.asList(arguments));
        try {
            Path output = Files.createTempFile(program, ".out");
            try {
                return run(command, output);
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs it with a file of this content as its last argument. */
    public String runWithFile(String content, String... arguments) {
        try {
            Path file = Files.createTempFile("manifest", ".yaml");
            try {
                Files.writeString(file, content);
                List<String> all = new ArrayList<>(Arrays.asList(arguments));
                all.add(file.toString());
                return run(all.toArray(String[]::new));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String run(List<String> command, Path output) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            String said = Files.readString(output, StandardCharsets.UTF_8);
            if (!ended || process.exitValue() != 0) {
                throw new AssertionError(String.join(" ", command) + ": " + said);
            }
            return said;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            process.destroy();
        }
    }
}
