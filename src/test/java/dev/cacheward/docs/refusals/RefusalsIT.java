package dev.cacheward.docs.refusals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cluster.rig.TestCluster;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of wrong inputs against a real API server: it answers as its rows say, and takes what only the operator refuses. */
class RefusalsIT {
    private static KubernetesClient client;

    static Stream<Refusal> all() {
        return Refusal.all().stream();
    }

    @BeforeAll
    static void installCrds() {
        client = new KubernetesClientBuilder().build();
        TestCluster.installCrds(client);
    }

    @AfterAll
    static void close() {
        client.close();
    }

    @ParameterizedTest
    @MethodSource("all")
    void theApiServerAnswersAsTheRowSays(Refusal row) throws Exception {
        // When
        HttpResponse<String> response = dryRun(row);

        // Then
        if (row.who().equals(Refusal.OPERATOR)) {
            assertThat(response.isSuccessful()).isTrue();
        } else {
            assertThat(response.code()).isEqualTo(422);
        }
        if (row.who().equals(Refusal.API_SERVER)) {
            Status status = client.getKubernetesSerialization().unmarshal(response.body(), Status.class);
            assertThat(status.getMessage()).contains(row.answer());
        }
    }

    private static HttpResponse<String> dryRun(Refusal row) throws Exception {
        String plural = row.field().startsWith("spec.limits.") ? "ratelimitpolicies" : "cacheprofiles";
        return client.getHttpClient()
                .sendAsync(
                        client.getHttpClient()
                                .newHttpRequestBuilder()
                                .uri(client.getMasterUrl() + "apis/cacheward.dev/v1alpha1/namespaces/default/" + plural
                                        + "?dryRun=All&fieldValidation=Strict")
                                .post("application/yaml", row.resource())
                                .build(),
                        String.class)
                .get(10, TimeUnit.SECONDS);
    }
}
