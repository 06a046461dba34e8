package dev.cacheward.cluster.server;

import dev.cacheward.cli.Main;
import dev.cacheward.cluster.rig.TestCluster;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An operator in a process of its own, which looks after one namespace and can be killed at any moment. */
final class KilledOperator implements AutoCloseable {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private static final List<String> NOT_ITS_OWN = List.of("test-classes", "jackson-core-2", "jackson-databind-2");

    private final String namespace;
    private final Path log;
    private Process process;

    KilledOperator(String namespace) {
        this.namespace = namespace;
        try {
            this.log = Files.createTempFile("killed-operator", ".log");
            log.toFile().deleteOnExit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void start() {
        ProcessBuilder java =
                new ProcessBuilder(List.of(JAVA, "-XX:TieredStopAtLevel=1", "-cp", classPath(), Main.class.getName()));
        java.environment().put("CACHEWARD_NAMESPACES", namespace);
        java.environment().put("CACHEWARD_REDIS_IMAGE", TestCluster.REDIS_IMAGE);
        java.environment().put("CACHEWARD_REDIS_TIMEOUT_SECONDS", "5");
        java.environment().put("CACHEWARD_RECONCILE_INTERVAL_SECONDS", "10");
        try {
            process = java.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the class path without the tests, and without libraries that are theirs alone. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> NOT_ITS_OWN.stream().noneMatch(entry::contains))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** SIGKILL. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** All that the processes so far have said. */
    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
