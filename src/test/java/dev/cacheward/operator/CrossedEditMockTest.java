package dev.cacheward.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.RateLimitPolicy;
import dev.cacheward.kubernetes.ResourceAnnotations;
import dev.cacheward.testbed.EmbeddedApi;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What somebody else does between the operator's decision to write a status and the write. */
class CrossedEditMockTest {
    /** Paused, so that nothing but an event brings a reconciliation for an hour. */
    private static final String POLICY = """
            apiVersion: cacheward.dev/v1alpha1
            kind: RateLimitPolicy
            metadata: {name: crossed, annotations: {%s: "true"}}
            spec: {profileRef: {name: nobody}, limits: {query: 20/minute}}
            """.formatted(ResourceAnnotations.PAUSED);

    private final EmbeddedApi api = EmbeddedApi.start();
    private final KubernetesClient client = editing();
    private final OperatorRun operator =
            new OperatorRun(client, RunningOperator.settings(Map.of("CACHEWARD_RECONCILE_INTERVAL_SECONDS", "3600")));

    @AfterEach
    void stop() {
        operator.close();
        client.close();
        api.close();
    }

    @Test
    void anEditBringsAReconciliation() {
        // When
        apply(POLICY);

        // Then
        RunningOperator.soon()
                .untilAsserted(() -> assertThat(api.client()
                                .resources(RateLimitPolicy.class)
                                .inNamespace(EmbeddedApi.NAMESPACE)
                                .withName("crossed")
                                .get()
                                .getStatus()
                                .observedGeneration())
                        .isEqualTo(2));
    }

    private KubernetesClient editing() {
        AtomicBoolean edited = new AtomicBoolean();
        Interceptor edit = new Interceptor() {
            @Override
            public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
                if (request.uri().getPath().endsWith("/crossed/status") && !edited.getAndSet(true)) {
                    apply(POLICY.replace("20/minute", "30/minute"));
                }
            }
        };
        return new KubernetesClientBuilder()
                .withConfig(api.config(RunningOperator.OPERATOR))
                .withHttpClientBuilderConsumer(http -> http.addOrReplaceInterceptor("edit", edit))
                .build();
    }

    private void apply(String policy) {
        api.client().resource(policy).inNamespace(EmbeddedApi.NAMESPACE).serverSideApply();
    }
}
