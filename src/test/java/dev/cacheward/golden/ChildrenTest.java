package dev.cacheward.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code kubectl tree} and Argo CD find a child by its controller, and {@code kubectl get -l} by its label. */
class ChildrenTest {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");
    private static final YAMLMapper YAML = new YAMLMapper();

    @Test
    void everyRenderedChildHasItsLabelAndAControllerUnlessItIsRetained() throws IOException {
        // When
        List<JsonNode> children = children();

        // Then
        assertThat(children).hasSizeGreaterThan(100).allSatisfy(child -> {
            JsonNode labels = child.at("/metadata/labels");
            assertThat(labels.has("cacheward.dev/profile") || labels.has("cacheward.dev/policy"))
                    .as(child.toString())
                    .isTrue();
            assertThat(child.at("/metadata/ownerReferences/0/controller").asBoolean())
                    .as(child.toString())
                    .isNotEqualTo(labels.has("cacheward.dev/retained-profile"));
        });
    }

    private static List<JsonNode> children() throws IOException {
        try (Stream<Path> files = Files.walk(GOLDEN)) {
            return files.filter(file -> file.endsWith("out.yaml"))
                    .flatMap(file -> documents(file).stream())
                    .toList();
        }
    }

    private static List<JsonNode> documents(Path file) {
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(file.toFile())) {
            return documents.readAll();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
