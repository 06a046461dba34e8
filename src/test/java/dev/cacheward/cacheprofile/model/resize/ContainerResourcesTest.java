package dev.cacheward.cacheprofile.model.resize;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.ResourceRequirementsBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContainerResourcesTest {
    @ParameterizedTest
    @CsvSource({
        "cpu, 1, 1000m, true",
        "cpu, 0.5, 500m, true",
        "cpu, 0, 0m, true",
        "memory, 1Gi, 1024Mi, true",
        "memory, 1G, 1Gi, false"
    })
    void aQuantityCountsAndNotHowItIsWritten(String name, String one, String other, boolean equal) {
        assertThat(of(Map.of(), Map.of(name, one)).equals(of(Map.of(), Map.of(name, other))))
                .isEqualTo(equal);
    }

    @Test
    void aLimitWithoutARequestIsARequestToo() {
        assertThat(of(Map.of("cpu", "1"), Map.of("memory", "1Gi")).text())
                .isEqualTo("requests cpu=1,memory=1073741824 limits memory=1073741824");
    }

    @Test
    void whatThePodGotBesideItsTemplateStays() {
        // Given
        ContainerResources pod = of(Map.of("cpu", "1"), Map.of("memory", "1Gi", "cpu", "2"));
        ContainerResources made = of(Map.of("cpu", "1"), Map.of("memory", "1Gi"));

        // When
        ContainerResources changed = pod.changed(made, of(Map.of(), Map.of("memory", "2Gi")));

        // Then
        assertThat(changed).isEqualTo(of(Map.of("memory", "2Gi"), Map.of("memory", "2Gi", "cpu", "2"), false));
    }

    @Test
    void aPodGetsThemAsAPersonWouldWriteThem() {
        assertThat(of(Map.of("cpu", "100m"), Map.of("memory", "1536Mi")).asInPod())
                .isEqualTo(Map.of(
                        "requests", Map.of("cpu", "0.1", "memory", "1536Mi"), "limits", Map.of("memory", "1536Mi")));
    }

    @Test
    void onlyCpuAndMemoryChangeWhileAContainerRuns() {
        // Given
        ContainerResources now = of(Map.of("cpu", "1"), Map.of());

        // Then
        assertThat(now.canBecome(of(Map.of("cpu", "2"), Map.of("memory", "1Gi"))))
                .isTrue();
        assertThat(now.canBecome(of(Map.of(), Map.of("memory", "1Gi")))).isFalse();
        assertThat(now.canBecome(of(Map.of("cpu", "1", "ephemeral-storage", "1Gi"), Map.of())))
                .isFalse();
    }

    private static ContainerResources of(Map<String, String> requests, Map<String, String> limits) {
        return of(requests, limits, true);
    }

    private static ContainerResources of(Map<String, String> requests, Map<String, String> limits, boolean defaulted) {
        ContainerResources both = ContainerResources.of(said(requests, limits));
        return defaulted
                ? both
                : new ContainerResources(
                        ContainerResources.of(said(requests, Map.of())).requests(), both.limits());
    }

    private static ResourceRequirements said(Map<String, String> requests, Map<String, String> limits) {
        ResourceRequirementsBuilder said = new ResourceRequirementsBuilder();
        requests.forEach((name, text) -> said.addToRequests(name, new Quantity(text)));
        limits.forEach((name, text) -> said.addToLimits(name, new Quantity(text)));
        return said.build();
    }
}
