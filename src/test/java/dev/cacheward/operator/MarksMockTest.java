package dev.cacheward.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import dev.cacheward.testbed.EmbeddedApi;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** GitOps tools find what is theirs by marks, and prune what they did not make: a resource's own marks are on no other object. */
class MarksMockTest {
    private static final List<Class<? extends HasMetadata>> CHILDREN = List.of(
            StatefulSet.class,
            Pod.class,
            Service.class,
            ServiceAccount.class,
            NetworkPolicy.class,
            PersistentVolumeClaim.class,
            Secret.class,
            ConfigMap.class);

    private static final String MARKED = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: theirs}
            data: {LOG: info}
            ---
            apiVersion: cacheward.dev/v1alpha1
            kind: CacheProfile
            metadata: {name: shop, %1$s}
            spec:
              ttls: {users: 60s}
              delivery: [{configMap: {name: ours}}, {configMap: {name: theirs, mode: Merge}}]
              redis: {managed: {persistence: {mode: Snapshot}, networkPolicy: {}}}
            ---
            apiVersion: cacheward.dev/v1alpha1
            kind: RateLimitPolicy
            metadata: {name: shop, %1$s}
            spec:
              profileRef: {name: shop}
              limits: {query: 20/minute}
            """.formatted(
                    "labels: {app.kubernetes.io/instance: the-mark, example.org/the-mark: \"1\"},"
                            + " annotations: {argocd.argoproj.io/tracking-id: the-mark, example.org/the-mark: \"2\"}");

    private RunningOperator running;

    @BeforeEach
    void start() {
        running = new RunningOperator();
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void noLabelAndNoAnnotationIsCopiedToAChild() {
        // When
        running.apply(MARKED);
        running.awaitReady("shop");
        running.awaitPolicy("shop", ConditionType.READY, Reason.READY);

        // Then
        assertThat(CHILDREN).allSatisfy(type -> assertThat(all(type)).isNotEmpty());
        assertThat(CHILDREN.stream().flatMap(this::all))
                .extracting(Serialization::asYaml)
                .noneMatch(child -> child.contains("the-mark"));
    }

    private Stream<? extends HasMetadata> all(Class<? extends HasMetadata> type) {
        return running.client.resources(type).inNamespace(EmbeddedApi.NAMESPACE).list().getItems().stream();
    }
}
