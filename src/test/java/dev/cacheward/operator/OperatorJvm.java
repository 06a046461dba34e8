package dev.cacheward.operator;

import static org.awaitility.Awaitility.await;

import dev.cacheward.testbed.EmbeddedApi;
import dev.cacheward.testbed.Ports;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The operator in a virtual machine of its own, as a container would run it. */
final class OperatorJvm implements AutoCloseable {
    private static final List<String> NOT_ITS_OWN = List.of("test-classes", "jackson-core-2", "jackson-databind-2");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path output;
    private final int port;
    private final Process process;

    /** @param folder for its kubeconfig and its output */
    OperatorJvm(EmbeddedApi api, Path folder, String name) {
        this(api, folder, name, List.of());
    }

    /** @param unset variables that it does not get */
    OperatorJvm(EmbeddedApi api, Path folder, String name, List<String> unset) {
        this.output = folder.resolve(name + ".log");
        this.port = Ports.free();
        try {
            ProcessBuilder builder = new ProcessBuilder(command());
            builder.environment().keySet().removeIf(key -> key.startsWith("CACHEWARD_"));
            builder.environment().putAll(environment(name, kubeconfig(api, folder)));
            builder.environment().keySet().removeAll(unset);
            process = builder.redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isLeader() {
        return get("/metrics").contains("cacheward_leader 1.0");
    }

    /** Whether the operator reconciles all resources, or another replica does. */
    boolean isReady() {
        return get("/readyz").equals("ok\n");
    }

    /** The body; empty while nobody answers in time. */
    String get(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException notYet) {
            return "";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends a signal by its name, such as TERM. */
    void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The names of the threads that keep it alive. */
    List<String> lastingThreads() {
        return said("Thread.print").stream()
                .filter(line -> line.startsWith("\"") && line.contains(" #"))
                .filter(line -> !line.contains(" daemon "))
                .map(line -> line.substring(1, line.indexOf('"', 1)))
                .toList();
    }

    /** The names of the classes that it has loaded so far. */
    List<String> loadedClasses() {
        return said("VM.class_hierarchy").stream()
                .map(line -> line.replaceFirst("^[|\\- ]*", "").replaceFirst("[/ ].*$", ""))
                .toList();
    }

    /** What the virtual machine says of itself. */
    private List<String> said(String question) {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try (BufferedReader answer = new ProcessBuilder(jcmd, String.valueOf(process.pid()), question)
                .start()
                .inputReader()) {
            return answer.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int awaitExit() {
        await().atMost(Duration.ofSeconds(120)).until(() -> !process.isAlive());
        return process.exitValue();
    }

    List<String> lines() {
        try {
            return Files.readAllLines(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        awaitExit();
    }

    private Map<String, String> environment(String name, Path kubeconfig) {
        return Map.of(
                "KUBECONFIG",
                kubeconfig.toString(),
                "HTTP2_DISABLE",
                "true",
                "CACHEWARD_NAMESPACE",
                EmbeddedApi.NAMESPACE,
                "CACHEWARD_LEADER_ELECTION",
                "true",
                "CACHEWARD_POD_NAME",
                name,
                "CACHEWARD_HTTP_PORT",
                String.valueOf(port),
                "CACHEWARD_LOG_FORMAT",
                "json",
                "CACHEWARD_LOG_LEVEL",
                "debug");
    }

    private static Path kubeconfig(EmbeddedApi api, Path folder) throws IOException {
        return Files.writeString(
                folder.resolve("kubeconfig"), """
                apiVersion: v1
                kind: Config
                current-context: embedded
                contexts: [{name: embedded, context: {cluster: embedded, user: embedded}}]
                clusters: [{name: embedded, cluster: {server: "%s"}}]
                users: [{name: embedded, user: {}}]
                """.formatted(api.config("-").getMasterUrl()));
    }

    /** Starts the operator without an argument. */
    static List<String> command() {
        return List.of(
                java(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                "dev.cacheward.cli.Main");
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(System.getProperty("path.separator")))
                .filter(entry -> NOT_ITS_OWN.stream().noneMatch(entry::contains))
                .collect(Collectors.joining(System.getProperty("path.separator")));
    }
}
