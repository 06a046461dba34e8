package dev.cacheward.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import dev.cacheward.testbed.EmbeddedApi;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Children that have lost their owner references are taken over, whether the operator runs meanwhile or not. */
class RestoredMockTest {
    private static final List<Class<? extends HasMetadata>> TYPES =
            List.of(StatefulSet.class, Secret.class, ConfigMap.class, Service.class, ServiceAccount.class);

    private RunningOperator running;
    private ServerPods pods;

    @BeforeEach
    void start() {
        running = new RunningOperator();
        pods = new ServerPods(running.client);
        running.apply(RunningOperator.SHOP);
        awaitReady();
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void whatIsRestoredWhileNoOperatorRunsKeepsItsPasswordsAndItsPod() {
        // Given
        String pod = pods.uid("shop");
        Map<String, Map<String, String>> passwords = passwords();

        // When
        running.restartOperator(() -> {
            loseOwners();
            running.apply(RunningOperator.SHOP);
        });

        // Then
        RunningOperator.soon().untilAsserted(this::assertOwned);
        awaitReady();
        assertThat(passwords()).isEqualTo(passwords);
        assertThat(pods.uid("shop")).isEqualTo(pod);
    }

    @Test
    void anObjectThatSomebodyElseControlsIsForeignWithAllOfOurLabels() {
        // Given
        String before = passwords().get("shop-redis-env").toString();

        // When
        running.restartOperator(() -> {
            loseOwners();
            control("shop-redis-env");
            running.apply(RunningOperator.SHOP);
        });

        // Then
        assertThat(running.awaitProfile("shop", ConditionType.READY, Reason.NAME_CONFLICT)
                        .message())
                .contains("(Deployment \"theirs\" controls it)")
                .contains("no controller in its ownerReferences")
                .doesNotContain("delete or rename");
        assertThat(passwords().get("shop-redis-env")).hasToString(before);
    }

    private void assertOwned() {
        List<String> owners = List.of(
                running.profile("shop").getMetadata().getUid(),
                running.policy("shop").getMetadata().getUid());
        assertThat(children())
                .isNotEmpty()
                .allSatisfy(child -> assertThat(child.getMetadata().getOwnerReferences())
                        .extracting(OwnerReference::getUid)
                        .singleElement()
                        .isIn(owners));
    }

    private void awaitReady() {
        running.awaitReady("shop");
        running.awaitPolicy("shop", ConditionType.READY, Reason.READY);
    }

    /** As a deletion with orphans does: the children are free before their owners are gone. */
    private void loseOwners() {
        children()
                .forEach(child -> running.client.resource(child).edit(object -> {
                    object.getMetadata().setOwnerReferences(List.of());
                    return object;
                }));
        running.client.resource(running.profile("shop")).delete();
        running.client.resource(running.policy("shop")).delete();
    }

    private void control(String secret) {
        running.client
                .secrets()
                .inNamespace(EmbeddedApi.NAMESPACE)
                .withName(secret)
                .edit(object -> {
                    OwnerReference controller =
                            new OwnerReference("apps/v1", null, true, "Deployment", "theirs", pods.uid("shop"));
                    object.getMetadata().setOwnerReferences(List.of(controller));
                    return object;
                });
    }

    private Stream<HasMetadata> children() {
        return TYPES.stream()
                .flatMap(type ->
                        running.client.resources(type).inNamespace(EmbeddedApi.NAMESPACE).list().getItems().stream())
                .map(HasMetadata.class::cast)
                .filter(object -> object.getMetadata().getLabels() != null);
    }

    private Map<String, Map<String, String>> passwords() {
        return running.client.secrets().inNamespace(EmbeddedApi.NAMESPACE).list().getItems().stream()
                .collect(Collectors.toMap(secret -> secret.getMetadata().getName(), Secret::getData));
    }
}
