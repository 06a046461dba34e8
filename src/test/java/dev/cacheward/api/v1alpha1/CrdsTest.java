package dev.cacheward.api.v1alpha1;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceColumnDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class CrdsTest {
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");
    private static final SortedMap<Path, String> GENERATED = GeneratedCrds.all();

    static Stream<Path> files() {
        return GENERATED.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void theCommittedCrdIsTheOneThatTheTypesSay(Path file) throws IOException {
        // Given
        String generated = GENERATED.get(file);
        if (UPDATE) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, generated);
        }

        // When
        String committed = Files.exists(file) ? Files.readString(file) : "";

        // Then
        assertThat(committed)
                .as("%s is stale; run: %s", file, GeneratedCrds.COMMAND)
                .isEqualTo(generated);
    }

    @Test
    void nothingElseIsCommittedBesideThem() throws IOException {
        // When
        Set<Path> committed;
        try (Stream<Path> found = Files.list(Path.of("crds"))) {
            committed = found.collect(Collectors.toCollection(TreeSet::new));
        }

        // Then
        assertThat(committed).isEqualTo(GENERATED.keySet());
    }

    @Test
    void aProfileIsFoundByToolsThatBindServices() {
        // When
        CustomResourceDefinition crd = crd("cacheprofiles");

        // Then
        assertThat(crd.getMetadata().getLabels()).containsEntry("servicebinding.io/provisioned-service", "true");
    }

    @Test
    void columnsAreShownWithTheAnswerFirst() {
        assertThat(columns(crd("cacheprofiles")))
                .containsExactly(
                        "Ready",
                        "Redis",
                        "Keys",
                        "Reason",
                        "Age",
                        "Version",
                        "Eviction",
                        "Volume",
                        "Secret",
                        "Message");
        assertThat(columns(crd("ratelimitpolicies")))
                .containsExactly(
                        "Ready", "Profile", "Keys", "Reason", "Age", "Mode", "Eviction-Safe", "ConfigMaps", "Message");
    }

    @Test
    void aNewResourceHasAStatusThatHasSeenNoGeneration() {
        assertThat(List.of("cacheprofiles", "ratelimitpolicies"))
                .allSatisfy(plural -> assertThat(status(crd(plural))).hasToString("{\"observedGeneration\":-1}"));
    }

    private static JsonNode status(CustomResourceDefinition crd) {
        return crd.getSpec()
                .getVersions()
                .get(0)
                .getSchema()
                .getOpenAPIV3Schema()
                .getProperties()
                .get("status")
                .getDefault();
    }

    private static CustomResourceDefinition crd(String plural) {
        return Serialization.unmarshal(
                GENERATED.get(Path.of("crds", plural + ".cacheward.dev-v1.yaml")), CustomResourceDefinition.class);
    }

    private static List<String> columns(CustomResourceDefinition crd) {
        return crd.getSpec().getVersions().stream()
                .flatMap(version -> version.getAdditionalPrinterColumns().stream())
                .map(CustomResourceColumnDefinition::getName)
                .toList();
    }
}
