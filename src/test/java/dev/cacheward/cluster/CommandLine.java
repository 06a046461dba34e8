package dev.cacheward.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Users' own tools, kubectl and helm, in one namespace of the cluster that KUBECONFIG names. */
final class CommandLine {
    private static final long PATIENCE_SECONDS = 60;

    private final String namespace;

    CommandLine(TestNamespace namespace) {
        this.namespace = namespace.name();
    }

    void kubectl(String... arguments) {
        run(Map.of(), "", command("kubectl", arguments));
    }

    /** @param input what {@code -f -} reads */
    void kubectlWithInput(String input, String... arguments) {
        run(Map.of(), input, command("kubectl", arguments));
    }

    /** {@code kubectl edit} with a stream editor for a person. */
    void kubectlEdit(String object, String sed) {
        run(Map.of("KUBE_EDITOR", "sed -i " + sed), "", command("kubectl", "edit", object));
    }

    void helm(String... arguments) {
        run(Map.of(), "", command("helm", arguments));
    }

    private List<String> command(String tool, String... arguments) {
        List<String> command = new ArrayList<>(List.of(tool, "--namespace", namespace));
        command.addAll(List.of(arguments));
        return command;
    }

    private static void run(Map<String, String> environment, String input, List<String> command) {
        try {
            Path output = Files.createTempFile("cacheward-command", ".txt");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().close();
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            String said = Files.readString(output);
            Files.delete(output);
            if (!ended || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new AssertionError(String.join(" ", command) + ": " + said);
            }
        } catch (IOException e) {
            throw new AssertionError("kubectl and helm have to be on PATH: " + command, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
