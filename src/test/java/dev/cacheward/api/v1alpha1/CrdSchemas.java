package dev.cacheward.api.v1alpha1;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The schemas of the committed CRDs. */
public final class CrdSchemas {
    /** Where the CRDs are committed. */
    private static final Path FOLDER = Path.of("crds");

    private CrdSchemas() {}

    /** {@code openAPIV3Schema} by kind, in the order of the kinds' names. */
    public static Map<String, ObjectNode> byKind() {
        Map<String, ObjectNode> schemas = new TreeMap<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                JsonNode spec = new YAMLMapper().readTree(file.toFile()).required("spec");
                schemas.put(
                        spec.at("/names/kind").asText(), (ObjectNode) spec.at("/versions/0/schema/openAPIV3Schema"));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return schemas;
    }
}
