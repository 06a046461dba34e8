package dev.cacheward.api.v1alpha1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cacheward.api.v1alpha1.Corpus.Case;
import dev.cacheward.cluster.rig.TestCluster;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The CRDs and the corpus against a real API server. */
@Execution(ExecutionMode.SAME_THREAD) // its cases store a resource of one name
class CrdCorpusIT {
    private static final String DRY_RUN = "?dryRun=All&fieldValidation=Strict";

    /** An API server takes a moment to validate by a CRD that has just changed. */
    private static final Duration CRD_IN_USE = Duration.ofMinutes(2);

    private static KubernetesClient client;
    private static String namespace;

    /** @param message what {@code kubectl} would show; empty if accepted */
    private record Answer(int code, String message) {}

    static List<Case> all() {
        return Corpus.all();
    }

    @BeforeAll
    static void installCrds() {
        client = new KubernetesClientBuilder().build();
        TestCluster.installCrds(client);
        namespace = client.namespaces()
                .resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withGenerateName("crd-corpus-")
                        .endMetadata()
                        .build())
                .create()
                .getMetadata()
                .getName();
    }

    @AfterEach
    void removePrevious() {
        client.resources(CacheProfile.class).inNamespace(namespace).delete();
    }

    @AfterAll
    static void removeNamespace() {
        client.namespaces().withName(namespace).delete();
        client.close();
    }

    @ParameterizedTest
    @MethodSource("all")
    void theApiServerAnswersAsTheFileSays(Case each) {
        // Given
        each.previous().ifPresent(CrdCorpusIT::store);

        // When
        // Then
        await().atMost(CRD_IN_USE)
                .pollDelay(Duration.ZERO)
                .pollInSameThread()
                .ignoreExceptions()
                .untilAsserted(() -> {
                    Answer answer = each.previous().isPresent() ? replace(each.resource()) : create(each.resource());
                    if (each.refusedByApiServer()) {
                        assertThat(answer.code()).isBetween(400, 499);
                        assertThat(answer.message()).contains(each.message());
                    } else {
                        assertThat(answer.message()).isEmpty();
                    }
                });
    }

    @Test
    void anUnquotedYamlWordAsNameIsExplained() throws Exception {
        // Given
        String yaml = """
                apiVersion: cacheward.dev/v1alpha1
                kind: CacheProfile
                metadata: {name: shop}
                spec:
                  ttls: {y: 5m}
                """;

        // When
        Answer answer = send(request("cacheprofiles" + DRY_RUN).post("application/yaml", yaml));

        // Then
        assertThat(answer.message()).contains("'true' cannot be a name in spec.ttls: YAML makes true and false from y");
    }

    /**
     * With its status, which some rules compare with; the API server takes that by itself only. The operator of this cluster may
     * have written its own in between.
     */
    private static void store(ObjectNode previous) {
        client.resource(previous.toString()).inNamespace(namespace).create();
        if (previous.has("status")) {
            await().ignoreExceptionsMatching(CrdCorpusIT::isConflict)
                    .untilAsserted(() -> client.resource(previous.toString())
                            .inNamespace(namespace)
                            .updateStatus());
        }
    }

    private static boolean isConflict(Throwable failure) {
        return failure instanceof KubernetesClientException refused && refused.getCode() == 409;
    }

    private static Answer create(ObjectNode resource) throws Exception {
        return send(request(plural(resource) + DRY_RUN).post("application/json", resource.toString()));
    }

    private static Answer replace(ObjectNode resource) throws Exception {
        ObjectNode latest = resource.deepCopy();
        ObjectNode metadata = (ObjectNode) latest.path("metadata");
        String name = metadata.path("name").asText();
        metadata.put(
                "resourceVersion",
                client.resource(resource.toString())
                        .inNamespace(namespace)
                        .get()
                        .getMetadata()
                        .getResourceVersion());
        return send(
                request(plural(resource) + "/" + name + DRY_RUN).method("PUT", "application/json", latest.toString()));
    }

    private static String plural(ObjectNode resource) {
        return resource.path("kind").asText().equals("CacheProfile") ? "cacheprofiles" : "ratelimitpolicies";
    }

    private static Answer send(HttpRequest.Builder request)
            throws InterruptedException, ExecutionException, TimeoutException {
        HttpResponse<String> response =
                client.getHttpClient().sendAsync(request.build(), String.class).get(10, TimeUnit.SECONDS);
        String message = response.isSuccessful()
                ? ""
                : client.getKubernetesSerialization()
                        .unmarshal(response.body(), Status.class)
                        .getMessage();
        return new Answer(response.code(), message);
    }

    private static HttpRequest.Builder request(String path) {
        return client.getHttpClient()
                .newHttpRequestBuilder()
                .uri(client.getMasterUrl() + "apis/cacheward.dev/v1alpha1/namespaces/" + namespace + "/" + path);
    }
}
