package dev.cacheward.api.v1alpha1;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.cacheward.cacheprofile.plan.SampleProfiles;
import dev.cacheward.delivery.value.RateLimit;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Resources that a program has written, asked whether the API server and the operator take them. */
public final class WrittenResources {
    private static final Map<String, ObjectNode> SCHEMAS = CrdSchemas.byKind();
    private static final YAMLMapper YAML = new YAMLMapper();

    private WrittenResources() {}

    /** The documents of a text. */
    public static List<JsonNode> of(String yaml) {
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
            return documents.readAll();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What the schema, the rules of the CRD and the operator's own say against them. */
    public static List<String> problems(String yaml) {
        List<String> problems = new ArrayList<>();
        for (JsonNode resource : of(yaml)) {
            ObjectNode schema = SCHEMAS.get(resource.path("kind").asText());
            problems.addAll(new StructuralSchema(schema).problems(resource));
            new CelRules(schema).broken(resource, Optional.empty()).forEach(broken -> problems.add(broken.toString()));
            problems.addAll(ofTheOperator(resource));
        }
        return problems;
    }

    private static List<String> ofTheOperator(JsonNode resource) {
        if (resource.has("spec") && resource.at("/spec").has("limits")) {
            List<String> problems = new ArrayList<>();
            resource.at("/spec/limits")
                    .forEach(limit -> RateLimit.parse(limit.asText()).either(valid -> {}, problems::add));
            return problems;
        }
        CacheProfile profile = new KubernetesSerialization().unmarshal(resource.toString(), CacheProfile.class);
        return SampleProfiles.problems(profile);
    }
}
