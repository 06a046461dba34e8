package dev.cacheward.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.testbed.EmbeddedApi;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A Secret that the watch lost sight of, since its label was changed, is not taken for a lost one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StrippedLabelsMockTest {
    private static final String MANAGED_BY = "app.kubernetes.io/managed-by";

    private RunningOperator running;
    private ServerPods pods;

    @BeforeAll
    void start() {
        running = new RunningOperator();
        pods = new ServerPods(running.client);
        running.apply(RunningOperator.SHOP);
    }

    @AfterAll
    void stop() {
        running.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop-redis", "shop-redis-env", "shop-redis-server"})
    void aSecretThatIsGivenToHelmIsTakenBackAndNoPasswordChanges(String name) {
        // Given
        running.awaitReady("shop");
        String pod = pods.uid("shop");
        Map<String, Map<String, String>> passwords = secrets();

        // When
        secret(name).edit(secret -> {
            secret.getMetadata().getLabels().put(MANAGED_BY, "Helm");
            return secret;
        });

        // Then
        RunningOperator.soon()
                .until(() -> "cacheward"
                        .equals(secret(name).get().getMetadata().getLabels().get(MANAGED_BY)));
        running.awaitReady("shop");
        assertThat(secrets()).isEqualTo(passwords);
        assertThat(pods.uid("shop")).isEqualTo(pod);
    }

    private Map<String, Map<String, String>> secrets() {
        return running.client.secrets().inNamespace(EmbeddedApi.NAMESPACE).list().getItems().stream()
                .collect(Collectors.toMap(secret -> secret.getMetadata().getName(), Secret::getData));
    }

    private Resource<Secret> secret(String name) {
        return running.client.secrets().inNamespace(EmbeddedApi.NAMESPACE).withName(name);
    }
}
