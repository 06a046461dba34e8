package dev.cacheward.cacheprofile.render.probe;

import dev.cacheward.redis.client.RealRedis;
import dev.cacheward.redis.client.RedisBinary;
import dev.cacheward.redis.conf.RedisConf;
import dev.cacheward.redis.conf.ServerSettings;
import dev.cacheward.testbed.Folders;
import io.fabric8.kubernetes.api.model.Probe;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * A real server, and what the kubelet would run in its container: the command of a probe, with a shell of choice. Only the paths and
 * the port are those of this machine, and pauses are short.
 */
final class ProbedRedis implements AutoCloseable {
    /** In seconds: on a busy machine a client needs some to start. */
    static final int PATIENT = 30;

    /** In seconds, where no answer is to come. */
    static final int HASTY = 1;

    private static final String EVERY = "4";

    private final RealRedis redis;
    private final Map<String, String> paths = new HashMap<>();
    private final Path folder;

    ProbedRedis(Shell shell, ServerSettings settings) {
        this(shell, RedisBinary.find(), settings, Map.of());
    }

    /** @param replaced what stands in the command to what stands there on this machine */
    ProbedRedis(
            Shell shell,
            RedisBinary binary,
            ServerSettings settings,
            Map<String, String> replaced,
            String... arguments) {
        demandClient();
        redis = RealRedis.start(binary, settings, arguments);
        try {
            folder = Files.createTempDirectory("cacheward-probe");
            Files.createDirectory(notes());
            password(redis.probe().password().value());
            shell.link(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        paths.put(RedisConf.PROBE_PASSWORD_PATH, folder.resolve("password").toString());
        paths.put("/dev/shm", notes().toString());
        paths.put("-h $POD_IP", "-h $POD_IP -p " + redis.address().port());
        paths.putAll(replaced);
    }

    RealRedis redis() {
        return redis;
    }

    Path notes() {
        return folder.resolve("notes");
    }

    /** What the probe logs in with from now on. */
    void password(String password) {
        try {
            Files.writeString(folder.resolve("password"), password);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Begins a run.
     *
     * @param looks how often it would look at the answers, every few seconds
     * @param patience how long it waits for the first answer, in seconds
     */
    Run run(Probe probe, int looks, int patience) {
        List<String> command = new ArrayList<>(probe.getExec().getCommand());
        boolean once = command.size() == 5;
        command.subList(4, command.size()).clear();
        command.addAll(
                once
                        ? List.of(String.valueOf(patience))
                        : List.of(EVERY, String.valueOf(patience), String.valueOf(looks)));
        paths.forEach((there, here) -> command.set(2, command.get(2).replace(there, here)));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(folder.resolve("output").toFile());
        builder.environment().put("PATH", folder + File.pathSeparator + System.getenv("PATH"));
        builder.environment().put("POD_IP", redis.address().host());
        try {
            return new Run(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a run ends well that has much time. */
    boolean passes(Probe probe) {
        return code(probe, 1, PATIENT) == 0;
    }

    /** Whether a run fails that has little time. */
    boolean fails(Probe probe) {
        return code(probe, 1, HASTY) != 0;
    }

    /** Waits for the end of a run. */
    int code(Probe probe, int looks, int patience) {
        try (Run run = run(probe, looks, patience)) {
            return run.code();
        }
    }

    private static void demandClient() {
        boolean found = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(path -> Files.isExecutable(Path.of(path, "redis-cli")));
        if (!found && "true".equals(System.getenv("CI"))) {
            Assertions.fail("There is no redis-cli on PATH, and CI must not skip a test");
        }
        Assumptions.assumeTrue(found, "no redis-cli on PATH");
    }

    @Override
    public void close() {
        redis.close();
        Folders.delete(folder);
    }

    /** A run of a probe's command. */
    record Run(Process process) implements AutoCloseable {
        /** Waits for its end. */
        int code() {
            try {
                return process.waitFor();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        boolean lasts() {
            return process.isAlive();
        }

        @Override
        public void close() {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
