package dev.cacheward.cluster.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cluster.rig.ResourceManifests;
import dev.cacheward.cluster.rig.TestCluster;
import dev.cacheward.cluster.rig.TestNamespace;
import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.discovery.v1.Endpoint;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What selects the pods of another chart's Redis by the labels of that trade selects none of ours. */
class ForeignSelectorIT {
    private TestNamespace namespace;

    @BeforeEach
    void create() {
        namespace = new TestNamespace("selected");
        namespace.awaitServiceAccount();
        namespace.create("""
                apiVersion: v1
                kind: Pod
                metadata:
                  name: redis
                  labels:
                    app.kubernetes.io/name: redis
                    app.kubernetes.io/instance: shop
                    app.kubernetes.io/component: master
                spec:
                  securityContext: {runAsNonRoot: true, runAsUser: 999, seccompProfile: {type: RuntimeDefault}}
                  containers:
                  - name: redis
                    image: %s
                    command: [redis-server, --protected-mode, "no"]
                    securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
                """.formatted(TestCluster.REDIS_IMAGE));
    }

    @AfterEach
    void delete() {
        namespace.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{app.kubernetes.io/name: redis, app.kubernetes.io/instance: shop}",
                "{app.kubernetes.io/instance: shop}",
                "{app.kubernetes.io/name: redis}"
            })
    void aServiceOfAnotherChartLeadsToItsOwnPodAlone(String selector) {
        // Given
        namespace.create(
                "apiVersion: v1\nkind: Service\nmetadata: {name: redis}\nspec: {ports: [{port: 6379}], selector: "
                        + selector + "}\n");

        // When
        namespace.apply(ResourceManifests.profile("shop"));
        namespace.awaitReady("shop");

        // Then
        TestNamespace.patiently()
                .untilAsserted(() -> assertThat(endpoints("redis")).containsExactly("redis"));
        assertThat(endpoints("shop-redis")).containsExactly("shop-redis-0");
    }

    @Test
    void aBudgetOfAnotherChartCountsItsOwnPodAlone() {
        // Given
        namespace.create("""
                apiVersion: policy/v1
                kind: PodDisruptionBudget
                metadata: {name: redis}
                spec:
                  minAvailable: 1
                  selector: {matchLabels: {app.kubernetes.io/name: redis, app.kubernetes.io/instance: shop}}
                """);

        // When
        namespace.apply(ResourceManifests.profile("shop"));
        namespace.awaitReady("shop");

        // Then
        TestNamespace.patiently()
                .untilAsserted(() -> assertThat(namespace
                                .resource(PodDisruptionBudget.class, "redis")
                                .get()
                                .getStatus()
                                .getCurrentHealthy())
                        .isEqualTo(1));
    }

    private List<String> endpoints(String service) {
        return namespace.list(EndpointSlice.class).stream()
                .filter(slice -> service.equals(slice.getMetadata().getLabels().get("kubernetes.io/service-name")))
                .flatMap(slice -> slice.getEndpoints().stream())
                .map(Endpoint::getTargetRef)
                .map(ObjectReference::getName)
                .toList();
    }
}
