package dev.cacheward.api.v1alpha1;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The API server takes the profiles and policies of every example. {@code DryRunIT} asks one. */
class ExampleManifestsTest {
    private static final Path FOLDER = Path.of("examples");
    private static final Map<String, ObjectNode> SCHEMAS = CrdSchemas.byKind();
    private static final YAMLMapper YAML = new YAMLMapper();

    static List<ObjectNode> resources() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .flatMap(file -> documents(file).stream())
                    .filter(document ->
                            SCHEMAS.containsKey(document.path("kind").asText()))
                    .map(ObjectNode.class::cast)
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("resources")
    void anExampleBreaksNothingInItsCrd(ObjectNode resource) {
        // Given
        ObjectNode schema = SCHEMAS.get(resource.path("kind").asText());

        // When, Then
        assertThat(new StructuralSchema(schema).problems(resource)).isEmpty();
        assertThat(new CelRules(schema).broken(resource, Optional.empty())).isEmpty();
    }

    @Test
    void thereAreExamplesOfBothKinds() throws IOException {
        assertThat(resources())
                .extracting(resource -> resource.path("kind").asText())
                .containsAll(SCHEMAS.keySet());
    }

    private static List<JsonNode> documents(Path file) {
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(file.toFile())) {
            return documents.readAll();
        } catch (IOException e) {
            throw new AssertionError(file.toString(), e);
        }
    }
}
