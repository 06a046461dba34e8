package dev.cacheward.testbed;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A process that serves HTTP on this machine, and says in its log where. It ends with this process at the latest. */
public final class WebServer implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("running on (http://127\\.0\\.0\\.1:\\d+)");
    private static final Duration START = Duration.ofSeconds(120);
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final PodProcess process;
    private final Path log;
    private final Thread hook;

    private WebServer(PodProcess process, Path log) {
        this.process = process;
        this.log = log;
        hook = new Thread(process::kill, "web server, at exit");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /**
     * Starts a program.
     *
     * @param environment all of its variables
     * @param folder in which it runs
     */
    public static WebServer start(List<String> command, Map<String, String> environment, Path folder) {
        try {
            Path log = Files.createTempFile("server", ".log");
            return new WebServer(PodProcess.start(command, environment, folder, log), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (PodNotStartable refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** Waits until it listens. @throws IllegalStateException with its log if it ends instead */
    public URI address() {
        await().atMost(START).until(() -> found().isPresent() || ended());
        return found().orElseThrow(() -> new IllegalStateException("the server has ended:\n" + log()));
    }

    /** Waits until it has ended by itself. @return its exit code */
    public int awaitEnd() {
        await().atMost(START).until(this::ended);
        return process.exitCode();
    }

    /** All that it said so far. */
    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<URI> found() {
        return ADDRESS.matcher(log()).results().findFirst().map((MatchResult line) -> URI.create(line.group(1)));
    }

    /** Whether it is over. */
    public boolean ended() throws InterruptedException {
        return process.ended(Duration.ZERO);
    }

    @Override
    public void close() {
        try {
            process.terminate(GRACE);
            Files.deleteIfExists(log);
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
