package dev.cacheward.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import dev.cacheward.testbed.EmbeddedApi;
import dev.cacheward.testbed.PodEnvironment;
import dev.cacheward.testbed.Python;
import dev.cacheward.testbed.WebServer;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The example's application, as a pod of its Deployment would run: the variables are those of the moment of its start. */
final class ConvoInsight implements AutoCloseable {
    private static final String NAME = "convoinsight";
    private static final Path EXAMPLE = Path.of("examples", NAME);
    private static final Path APPLICATION = EXAMPLE.resolve("app");
    /** Of the application's own: how long it waits for its Redis, in seconds. */
    static final String REDIS_TIMEOUT = "REDIS_TIMEOUT";

    private static final String QUERY = "/query/houses/price";

    private final HttpClient http = HttpClient.newHttpClient();
    private final WebServer server;

    private ConvoInsight(WebServer server) {
        this.server = server;
    }

    /**
     * Applies the example's two manifests under another name, and waits until both are Ready.
     *
     * @param edits what stands in the manifests, and what is to stand there instead
     */
    static void provide(RunningOperator running, String name, Map<String, String> edits) {
        String manifests = named(EXAMPLE.resolve("cacheprofile.yaml"), name)
                + "---\n"
                + named(EXAMPLE.resolve("ratelimitpolicy.yaml"), name);
        for (Map.Entry<String, String> edit : edits.entrySet()) {
            assertThat(manifests).contains(edit.getKey());
            manifests = manifests.replace(edit.getKey(), edit.getValue());
        }
        running.apply(manifests);
        running.awaitReady(name);
        running.awaitPolicy(name, ConditionType.READY, Reason.READY);
    }

    /** What {@code deployment.yaml} makes of what is delivered under this name now. */
    static Map<String, String> environment(RunningOperator running, String name) {
        Deployment deployment =
                Serialization.unmarshal(named(APPLICATION.resolve("deployment.yaml"), name), Deployment.class);
        return new PodEnvironment(running.client, EmbeddedApi.NAMESPACE).of(deployment);
    }

    /** Starts it, and waits until it listens. It gives its Redis more time than a request should take: the machine may be busy. */
    static ConvoInsight start(Python python, Map<String, String> environment) {
        Map<String, String> patient = new HashMap<>(environment);
        patient.putIfAbsent(REDIS_TIMEOUT, "20");
        ConvoInsight started = new ConvoInsight(launch(python, patient));
        try {
            started.server.address();
            return started;
        } catch (RuntimeException failed) {
            started.close();
            throw failed;
        }
    }

    /** Starts it, whether it will listen or not. */
    static WebServer launch(Python python, Map<String, String> environment) {
        return python.serve(APPLICATION, environment);
    }

    Answer query() {
        return get(QUERY);
    }

    /** The status codes of as many queries, one after the other. */
    List<Integer> statuses(int queries) {
        return Stream.generate(this::query).limit(queries).map(Answer::status).toList();
    }

    /** Queries until the cache has said this. */
    Answer awaitQuery(String cache) {
        return RunningOperator.soon()
                .until(this::query, answer -> answer.cache().equals(cache));
    }

    Answer get(String path) {
        HttpRequest request =
                HttpRequest.newBuilder(server.address().resolve(path)).build();
        try {
            return new Answer(http.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(server.log(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String named(Path manifest, String name) {
        try {
            return Files.readString(manifest).replace(NAME, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }

    /** What came back over HTTP. */
    record Answer(HttpResponse<String> response) {
        int status() {
            return response.statusCode();
        }

        String body() {
            return response.body();
        }

        /** {@code hit}, {@code miss} or {@code bypass}. */
        String cache() {
            return header("X-Cache").orElse("not said");
        }

        Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }
    }
}
