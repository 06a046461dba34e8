package dev.cacheward.cluster.steps;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Operators of one namespace, of which one lives at a time. */
final class EndingOperators implements AutoCloseable {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    /** Libraries that the tests have in another version than the operator. */
    private static final List<String> NOT_ITS_OWN = List.of("jackson-core-2", "jackson-databind-2");

    private final String namespace;
    private final Path effects;
    private final Path log;
    private final List<List<String>> lives = new ArrayList<>();
    private Process process;
    private int allowed = 1;

    /** Starts one that lasts until it is ended. */
    EndingOperators(String namespace) {
        this.namespace = namespace;
        try {
            this.effects = Files.createTempFile("effects", ".log");
            this.log = Files.createTempFile("ending-operators", ".log");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        effects.toFile().deleteOnExit();
        log.toFile().deleteOnExit();
        start(Integer.MAX_VALUE);
    }

    /**
     * Starts the next one, if none lives. It may have one effect. If the one before did only what the one before that had done, it
     * may have one more than they had.
     */
    void goOn() {
        if (!process.isAlive()) {
            List<String> did = read(effects).lines().toList();
            allowed = !lives.isEmpty() && did.equals(lives.get(lives.size() - 1)) ? allowed + 1 : 1;
            lives.add(did);
            start(allowed);
        }
    }

    private void start(int effectsOfIt) {
        try {
            Files.writeString(effects, "");
            process = new ProcessBuilder(
                            JAVA,
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            classPath(),
                            EndingOperator.class.getName(),
                            namespace,
                            String.valueOf(effectsOfIt),
                            effects.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> NOT_ITS_OWN.stream().noneMatch(entry::contains))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Ends the one that lives. */
    void end() {
        process.destroyForcibly().onExit().join();
    }

    /** What each has done, in order. */
    List<List<String>> lives() {
        return List.copyOf(lives);
    }

    /** What all of them have said. */
    String log() {
        return read(log);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        end();
    }
}
