package dev.cacheward.operator;

import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import dev.cacheward.testbed.EmbeddedApi;
import dev.cacheward.testbed.PodEnvironment;
import dev.cacheward.testbed.Ports;
import dev.cacheward.testbed.WebServer;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** An application of a folder below {@code examples}, as a pod of its Deployment would run. */
final class ExampleApplication implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final WebServer server;
    private final URI address;

    private ExampleApplication(WebServer server, URI address) {
        this.server = server;
        this.address = address;
    }

    /**
     * Applies the example's manifests, and starts it once they are Ready.
     *
     * @param code the folder in which it runs
     * @param scratch for the files of its volume
     * @param command by the port that it is to listen on
     */
    static ExampleApplication start(
            RunningOperator running, String example, Path code, Path scratch, IntFunction<List<String>> command) {
        Path folder = Path.of("examples", example);
        String name = example + "-example";
        try {
            provide(running, name, Files.readString(folder.resolve("cacheward.yaml")));
            Deployment deployment =
                    Serialization.unmarshal(Files.readString(folder.resolve("deployment.yaml")), Deployment.class);
            Path files = mounted(running, deployment, scratch);
            int port = Ports.free();
            Map<String, String> variables = new TreeMap<>();
            new PodEnvironment(running.client, EmbeddedApi.NAMESPACE)
                    .of(deployment)
                    .forEach((key, value) -> variables.put(key, value.replace("/etc/cacheward", files.toString())));
            variables.put("PORT", String.valueOf(port));
            variables.putIfAbsent("PATH", System.getenv("PATH"));
            WebServer server = WebServer.start(command.apply(port), variables, code);
            return new ExampleApplication(server, URI.create("http://127.0.0.1:" + port)).awaitHealth();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void provide(RunningOperator running, String name, String manifests) {
        running.apply(manifests);
        running.awaitReady(name);
        if (manifests.contains("kind: RateLimitPolicy")) {
            running.awaitPolicy(name, ConditionType.READY, Reason.READY);
        }
    }

    /** Writes what the volumes of the Deployment would have. */
    private static Path mounted(RunningOperator running, Deployment deployment, Path scratch) throws IOException {
        Path files = Files.createDirectories(scratch.resolve("settings"));
        List<String> maps = deployment.getSpec().getTemplate().getSpec().getVolumes().stream()
                .flatMap(volume -> volume.getProjected().getSources().stream())
                .map(source -> source.getConfigMap().getName())
                .toList();
        for (String name : maps) {
            ConfigMap map = running.client
                    .configMaps()
                    .inNamespace(EmbeddedApi.NAMESPACE)
                    .withName(name)
                    .get();
            for (Map.Entry<String, String> file : map.getData().entrySet()) {
                Files.writeString(files.resolve(file.getKey()), file.getValue());
            }
        }
        return files;
    }

    private ExampleApplication awaitHealth() {
        RunningOperator.soon().until(() -> {
            if (server.ended()) {
                throw new IllegalStateException("the application has ended:\n" + server.log());
            }
            return answers("/health");
        });
        return this;
    }

    private boolean answers(String path) throws InterruptedException {
        try {
            return http.send(request(path), HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).build();
    }

    HttpResponse<String> get(String path) {
        try {
            return http.send(request(path), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Returns the status codes of as many requests, one after the other. */
    List<Integer> statuses(String path, int requests) {
        return Stream.generate(() -> get(path))
                .limit(requests)
                .map(HttpResponse::statusCode)
                .toList();
    }

    @Override
    public void close() {
        server.close();
    }
}
