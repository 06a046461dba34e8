package dev.cacheward.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.testbed.EmbeddedApi;
import dev.cacheward.testbed.StandInKubelet;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the API server warns of when the operator writes is counted, and told once of the resource that it was for. */
class ApiWarningsMockTest {
    private static final String TEXT = "spec.template: \"soon\" refused by policy";

    private final EmbeddedApi api = EmbeddedApi.start();
    private final StandInKubelet kubelet = StandInKubelet.start(api);
    private final KubernetesClient person = api.client("a-person");
    private final Instruments instruments = Instruments.create(FrequentReconciliations.settings());
    private final KubernetesClient client = new KubernetesClientBuilder()
            .withConfig(api.config(RunningOperator.OPERATOR))
            .withHttpClientBuilderConsumer(http -> http.addOrReplaceInterceptor("warnings", instruments.warnings()))
            .build();
    private CachewardOperator operator;

    @BeforeEach
    void start() {
        operator = CachewardOperator.start(
                Connections.of(client, FrequentReconciliations.settings()),
                FrequentReconciliations.settings(),
                Clock.systemUTC(),
                instruments,
                Lifecycle.alone());
    }

    @AfterEach
    void stop() {
        operator.close();
        instruments.close();
        client.close();
        kubelet.close();
        api.close();
    }

    @Test
    void aWarningIsCountedAndToldOnce() {
        // Given
        api.warn(request -> request.isWrite() && request.path().endsWith("/services/shop-redis"), TEXT);
        api.warn(request -> request.isWrite() && request.path().endsWith("/services/shop-redis-pods"), TEXT);

        // When
        person.load(new ByteArrayInputStream(RunningOperator.SHOP.getBytes(StandardCharsets.UTF_8)))
                .items()
                .forEach(object -> person.resource(object)
                        .inNamespace(EmbeddedApi.NAMESPACE)
                        .serverSideApply());

        // Then
        RunningOperator.soon()
                .untilAsserted(
                        () -> assertThat(RecordedEvents.of(person, "shop")).contains("CacheProfile ApiWarning"));
        RunningOperator.soon().until(() -> instruments.meters().scrape().contains("cacheward_api_warnings_total 2.0"));
        assertThat(RecordedEvents.of(person, "shop")).containsOnlyOnce("CacheProfile ApiWarning");
    }
}
