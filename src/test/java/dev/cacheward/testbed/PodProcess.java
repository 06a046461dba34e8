package dev.cacheward.testbed;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A container's process, with all that it started, and its log. */
final class PodProcess {
    private static final int LOG_TAIL_LINES = 80;
    private static final int LOG_TAIL_CHARACTERS = 2048;

    private final Process process;
    private final Path log;
    private final Set<ProcessHandle> children = ConcurrentHashMap.newKeySet();

    private PodProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** @param environment all of it: nothing of this process' own environment is passed on */
    static PodProcess start(List<String> command, Map<String, String> environment, Path folder, Path log)
            throws PodNotStartable {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .redirectInput(new File("/dev/null"));
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            return new PodProcess(builder.start(), log);
        } catch (IOException e) {
            throw new PodNotStartable("RunContainerError", e.getMessage());
        }
    }

    /** Waits at most as long as given. @return whether it has ended */
    boolean ended(Duration atMost) throws InterruptedException {
        process.descendants().forEach(children::add);
        return process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** 128 and the number for a signal, as Kubernetes has it. */
    int exitCode() {
        return process.exitValue();
    }

    void signal(String name) {
        String pids = all().map(h -> " " + h.pid()).reduce("", String::concat);
        try {
            new ProcessBuilder("sh", "-c", "kill -" + name + pids).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void kill() {
        all().toList().forEach(ProcessHandle::destroyForcibly);
    }

    /** Asks, waits, kills. */
    void terminate(Duration grace) throws InterruptedException {
        process.destroy();
        if (!ended(grace)) {
            kill();
        }
        process.waitFor();
        kill();
    }

    private Stream<ProcessHandle> all() {
        process.descendants().forEach(children::add);
        return Stream.concat(Stream.of(process.toHandle()), children.stream()).filter(ProcessHandle::isAlive);
    }

    /** As {@code FallbackToLogsOnError} has it: at most 80 lines and 2048 characters. */
    String logTail() {
        try {
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            String tail = String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_TAIL_LINES), lines.size()));
            return tail.substring(Math.max(0, tail.length() - LOG_TAIL_CHARACTERS));
        } catch (IOException e) {
            return "the log cannot be read: " + e.getMessage();
        }
    }
}
