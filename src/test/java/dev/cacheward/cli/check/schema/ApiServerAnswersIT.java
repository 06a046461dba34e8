package dev.cacheward.cli.check.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.Corpus;
import dev.cacheward.api.v1alpha1.Corpus.Case;
import dev.cacheward.cluster.rig.TestCluster;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.api.model.StatusCause;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The recorded answers are those of this cluster's API server; {@code -Dgolden.update=true} records them anew. */
class ApiServerAnswersIT {
    private static final String UNKNOWN = "unknown field ";

    @Test
    void theRecordedAnswersAreThoseOfTheApiServer() throws Exception {
        // Given
        Map<String, List<String>> answers = new TreeMap<>();

        // When
        try (KubernetesClient client = new KubernetesClientBuilder().build()) {
            TestCluster.installCrds(client);
            for (Case each : Corpus.all()) {
                if (each.refusedByApiServer() && each.previous().isEmpty()) {
                    answers.put(each.file(), answer(client, each));
                }
            }
        }
        if (Boolean.getBoolean("golden.update")) {
            ApiServerAnswers.record(answers);
        }

        // Then
        assertThat(answers).isEqualTo(ApiServerAnswers.recorded());
    }

    private static List<String> answer(KubernetesClient client, Case each) throws Exception {
        String plural = each.kind().equals("CacheProfile") ? "cacheprofiles" : "ratelimitpolicies";
        String body = client.getHttpClient()
                .sendAsync(
                        client.getHttpClient()
                                .newHttpRequestBuilder()
                                .uri(client.getMasterUrl() + "apis/cacheward.dev/v1alpha1/namespaces/default/" + plural
                                        + "?dryRun=All&fieldValidation=Strict")
                                .post("application/json", each.resource().toString())
                                .build(),
                        String.class)
                .get(10, TimeUnit.SECONDS)
                .body();
        Status status = client.getKubernetesSerialization().unmarshal(body, Status.class);
        Stream<String> told = status.getMessage().contains(UNKNOWN)
                ? Arrays.stream(status.getMessage().split("(?=" + UNKNOWN + ")"))
                        .skip(1)
                        .map(field -> field.replaceFirst(", $", ""))
                : status.getDetails().getCauses().stream()
                        .filter(ApiServerAnswersIT::isOfAField)
                        .map(cause -> cause.getField() + ": " + cause.getMessage());
        return told.distinct().sorted().toList();
    }

    /** Leaves out what only follows from another cause. */
    private static boolean isOfAField(StatusCause cause) {
        return Stream.of("some validation rules were not checked", "(anyOf)", "must be of type integer: ")
                .noneMatch(cause.getMessage()::contains);
    }
}
