package dev.cacheward.testbed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.ArrayList;
import java.util.List;

/** Kubernetes objects as JSON trees. */
final class Json {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new YAMLMapper();

    private Json() {}

    static ObjectNode empty() {
        return JSON.createObjectNode();
    }

    static ObjectNode object(String jsonOrYaml) {
        try {
            JsonNode node =
                    jsonOrYaml.stripLeading().startsWith("{") ? JSON.readTree(jsonOrYaml) : YAML.readTree(jsonOrYaml);
            if (node instanceof ObjectNode object) {
                return object;
            }
            throw ApiError.badRequest("the body is no object");
        } catch (JsonProcessingException e) {
            throw ApiError.badRequest("the body cannot be read: " + e.getOriginalMessage());
        }
    }

    static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw ApiError.badRequest("the body cannot be read: " + e.getOriginalMessage());
        }
    }

    static GenericKubernetesResource resource(ObjectNode object) {
        return Serialization.unmarshal(object.toString(), GenericKubernetesResource.class);
    }

    /** Without the empty maps and lists that the model leaves out: else a no-op apply would look like a change. */
    static ObjectNode normalised(ObjectNode object) {
        return object(Serialization.asJson(resource(object)));
    }

    static ObjectNode metadata(ObjectNode object) {
        return object.withObject("/metadata");
    }

    static String text(ObjectNode object, String metadataField) {
        return object.path("metadata").path(metadataField).asText("");
    }

    static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    /** What a message calls it. */
    static String describe(ObjectNode object) {
        return object.path("kind").asText("object") + " \"" + text(object, "name") + "\"";
    }

    /** RFC 7386: null removes. */
    static JsonNode mergePatch(JsonNode target, JsonNode patch) {
        if (!patch.isObject()) {
            return patch;
        }
        ObjectNode merged = target instanceof ObjectNode object ? object.deepCopy() : empty();
        patch.properties().forEach(field -> {
            if (field.getValue().isNull()) {
                merged.remove(field.getKey());
            } else {
                merged.set(field.getKey(), mergePatch(merged.path(field.getKey()), field.getValue()));
            }
        });
        return merged;
    }
}
