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
    private final Path folder;
    private final Path log;
    private final List<Path> effects = new ArrayList<>();
    private Process process;

    /**
     * Starts one that lasts until it is ended.
     *
     * @param folder for what they write
     */
    EndingOperators(String namespace, Path folder) {
        this.namespace = namespace;
        this.folder = folder;
        this.log = folder.resolve("operators.log");
        start(List.of());
    }

    /**
     * Starts the next one, if none lives. It ends right after the first thing that the one before has not done: a process may have
     * to repeat something before it gets that far.
     */
    void goOn() {
        if (!process.isAlive()) {
            start(List.of(effects.get(effects.size() - 1).toString()));
        }
    }

    private void start(List<String> before) {
        Path own = folder.resolve("effects-" + effects.size());
        effects.add(own);
        List<String> command = new ArrayList<>(List.of(
                JAVA,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                EndingOperator.class.getName(),
                namespace,
                own.toString()));
        command.addAll(before);
        try {
            Files.createFile(own);
            process = new ProcessBuilder(command)
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

    /** What each has done that did anything, in order, without the first. */
    List<List<String>> lives() {
        return effects.stream()
                .skip(1)
                .map(life -> read(life).lines().toList())
                .filter(life -> !life.isEmpty())
                .toList();
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
