package dev.cacheward.cluster.rig;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The shell of somebody who follows a page of the documentation: bash in a folder of their own, with the namespace as that of
 * kubectl. The jar that they run is what this process runs with.
 */
public final class ReadersShell {
    private static final String JAR =
            "java() { shift 2; command java -cp \"$CLASSES\" dev.cacheward.cli.Main \"$@\"; }\n";
    private static final long PATIENCE_MINUTES = 5;

    private final Path folder;
    private final String prelude;

    /** @param prelude what the reader has put into the shell before */
    public ReadersShell(Path folder, TestNamespace namespace, String prelude) throws IOException {
        this.folder = folder;
        this.prelude = prelude;
        Files.writeString(
                folder.resolve("kubeconfig"),
                CommandLineTool.onPath("kubectl", namespace).run("config", "view", "--raw", "--minify", "--flatten"));
        type("kubectl config set-context --current --namespace=" + namespace.name());
    }

    /**
     * How a command ended.
     *
     * @param exitCode -1 for one that did not end in time
     * @param said on both of its outputs
     */
    public record Typed(int exitCode, String said) {}

    /** Runs one command or several, to their end; the shell does not go on after one that fails. */
    public Typed type(String command) throws IOException {
        Path said = folder.resolve("said");
        ProcessBuilder builder = new ProcessBuilder("bash", "-e", "-o", "pipefail", "-c", JAR + prelude + command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().put("KUBECONFIG", folder.resolve("kubeconfig").toString());
        builder.environment().put("CLASSES", classes());
        Process shell = builder.start();
        try {
            boolean ended = shell.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
            return new Typed(ended ? shell.exitValue() : -1, Files.readString(said));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            shell.destroyForcibly();
        }
    }

    /** The reader is in another folder. */
    private static String classes() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(path -> Path.of(path).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
