package dev.cacheward.api.v1alpha1;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;

/**
 * The part of a CRD's schema that is JSON Schema, as the API server applies it under strict validation: a field that the schema
 * does not know is an error, and so is an item of a set or of a map that is there twice.
 */
final class StructuralSchema {
    private final Schema schema;

    /** @param crdSchema {@code openAPIV3Schema} */
    StructuralSchema(ObjectNode crdSchema) {
        ObjectNode closed = crdSchema.deepCopy();
        List.of("apiVersion", "kind")
                .forEach(field -> ((ObjectNode) closed.path("properties"))
                        .putObject(field)
                        .put("type", "string"));
        ((ObjectNode) closed.path("properties")).putObject("metadata").put("type", "object");
        close(closed);
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
                .getSchema(closed.toString(), InputFormat.JSON);
    }

    /** What is wrong, in the words of the library, which are not those of the API server. */
    List<String> problems(JsonNode resource) {
        return schema.validate(resource.toString(), InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object) {
            if (object.path("properties").isObject()) {
                object.put("additionalProperties", false);
            }
            if (object.path("x-kubernetes-list-type").asText().equals("set")
                    || object.has("x-kubernetes-list-map-keys")) {
                object.put("uniqueItems", true);
            }
            object.properties().removeIf(keyword -> keyword.getKey().startsWith("x-kubernetes-"));
        }
        node.forEach(StructuralSchema::close);
    }
}
