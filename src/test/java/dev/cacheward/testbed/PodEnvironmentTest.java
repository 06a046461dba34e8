package dev.cacheward.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PodEnvironmentTest {
    private final EmbeddedApi api = EmbeddedApi.start();
    private final KubernetesClient client = api.client();
    private final PodEnvironment environment = new PodEnvironment(client, EmbeddedApi.NAMESPACE);

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void aMissingConfigMapKeepsTheContainerFromStarting() {
        assertThatThrownBy(() -> environment.of(deployment()))
                .hasMessage("CreateContainerConfigError: configmap \"shop\" not found");
    }

    @Test
    void theNameOfAServiceBecomesTheAddressOfThePodThatItSelects() {
        // Given
        createMap(Map.of("URL", "redis://u:p@redis.default.svc:6379/0", "HOST", "redis.default.svc.cluster.local"));
        createService("redis", Map.of("app", "redis"));
        createPod("redis-0", Map.of("app", "redis"), "127.70.0.1");
        createPod("other-0", Map.of("app", "other"), "127.70.0.2");

        // When
        Map<String, String> variables = environment.of(deployment());

        // Then
        assertThat(variables).isEqualTo(Map.of("URL", "redis://u:p@127.70.0.1:6379/0", "HOST", "127.70.0.1"));
    }

    @Test
    void aNameWithinALongerOneStays() {
        // Given
        Map<String, String> names = Map.of("A", "shop-redis.default.svc", "B", "redis.default.svcs");
        createMap(names);
        createService("redis", Map.of("app", "redis"));
        createPod("redis-0", Map.of("app", "redis"), "127.70.0.1");

        // When
        Map<String, String> variables = environment.of(deployment());

        // Then
        assertThat(variables).isEqualTo(names);
    }

    private static Deployment deployment() {
        return new DeploymentBuilder()
                .withNewSpec()
                .withNewTemplate()
                .withNewSpec()
                .addNewContainer()
                .addNewEnvFrom()
                .withNewConfigMapRef("shop", false)
                .endEnvFrom()
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();
    }

    private void createMap(Map<String, String> data) {
        client.resource(new ConfigMapBuilder()
                        .withNewMetadata()
                        .withName("shop")
                        .endMetadata()
                        .withData(data)
                        .build())
                .create();
    }

    private void createService(String name, Map<String, String> selector) {
        client.resource(new ServiceBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .endMetadata()
                        .withNewSpec()
                        .withSelector(selector)
                        .endSpec()
                        .build())
                .create();
    }

    private void createPod(String name, Map<String, String> labels, String address) {
        var pod = client.resource(new PodBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .withLabels(labels)
                        .endMetadata()
                        .build())
                .create();
        pod = new PodBuilder(pod).withNewStatus().withPodIP(address).endStatus().build();
        client.resource(pod).updateStatus();
    }
}
