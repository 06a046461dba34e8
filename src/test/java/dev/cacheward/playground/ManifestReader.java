package dev.cacheward.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.cacheward.api.v1alpha1.CacheProfileSpec;
import dev.cacheward.api.v1alpha1.RateLimitPolicySpec;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads manifests as strictly as an API server with the schema would as to names and types of fields, since one that does not
 * fit the operator's types must not reach it.
 */
final class ManifestReader {
    private static final Map<String, Class<?>> SPECS =
            Map.of("CacheProfile", CacheProfileSpec.class, "RateLimitPolicy", RateLimitPolicySpec.class);

    private final YAMLMapper yaml = new YAMLMapper();
    private final ObjectMapper strict = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final KubernetesSerialization serialization;

    ManifestReader(KubernetesSerialization serialization) {
        this.serialization = serialization;
    }

    List<HasMetadata> read(String text) throws BadManifest {
        List<HasMetadata> resources = new ArrayList<>();
        try (MappingIterator<JsonNode> documents =
                yaml.readerFor(JsonNode.class).readValues(text)) {
            while (documents.hasNext()) {
                JsonNode document = documents.next();
                if (!document.isNull() && !document.isMissingNode()) {
                    resources.add(resource(document));
                }
            }
        } catch (IOException | RuntimeException e) {
            throw new BadManifest("is no valid YAML: " + YamlComplaint.of(e));
        }
        return resources;
    }

    private HasMetadata resource(JsonNode document) throws BadManifest {
        for (String field : List.of("/apiVersion", "/kind", "/metadata/name")) {
            if (document.at(field).asText("").isEmpty()) {
                throw new BadManifest("has no " + field.substring(1).replace('/', '.'));
            }
        }
        Class<?> spec = SPECS.get(document.path("kind").asText());
        if (spec != null) {
            check(document.path("spec"), spec);
        }
        return serialization.unmarshal(document.toString());
    }

    private void check(JsonNode spec, Class<?> type) throws BadManifest {
        if (!spec.isObject()) {
            throw new BadManifest("has no spec");
        }
        try {
            strict.readValue(spec.toString(), type);
        } catch (UnrecognizedPropertyException e) {
            throw new BadManifest("has an unknown field " + path(e) + "; known there: "
                    + e.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .sorted()
                            .collect(Collectors.joining(", ")));
        } catch (DatabindException e) {
            throw new BadManifest("is wrong at " + path(e) + ": " + firstLine(e));
        } catch (JacksonException e) {
            throw new BadManifest("is wrong: " + e.getOriginalMessage());
        }
    }

    private static String path(DatabindException e) {
        return e.getPath().stream()
                .map(r -> r.getPropertyName() == null ? "[" + r.getIndex() + "]" : "." + r.getPropertyName())
                .collect(Collectors.joining("", "spec", ""));
    }

    private static String firstLine(DatabindException e) {
        return e.getOriginalMessage().lines().findFirst().orElse("cannot be read");
    }
}
