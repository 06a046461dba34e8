package dev.cacheward.api.v1alpha1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the schemas let through, the operator can read: of one resource that it cannot read, it cannot list the others either. */
class CrdReadTest {
    private static final Map<String, ObjectNode> SCHEMAS = CrdSchemas.byKind();
    private static final Map<String, Class<?>> TYPES =
            Map.of("CacheProfile", CacheProfile.class, "RateLimitPolicy", RateLimitPolicy.class);
    private static final KubernetesSerialization OPERATORS = new KubernetesSerialization();
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Jackson refuses whatever has a field of so long a name, known or not. */
    private static final int TOO_LONG = 50_001;

    /** All forms of a quantity, and what else a text may be; most places let through some of them only. */
    private static final List<String> TEXTS = List.of(
            "",
            "x",
            "1",
            "1.",
            "+.5Gi",
            "1n",
            "1E",
            "1e3",
            "1E-3",
            "1e+99",
            "1e999999999999999",
            "8Ei",
            "99%",
            "5m",
            "20/minute",
            "true",
            "2026-01-01",
            "null");

    @ParameterizedTest
    @ValueSource(strings = {"CacheProfile", "RateLimitPolicy"})
    void everyValueThatTheSchemaLetsThroughIsRead(String kind) {
        assertThat(resources(SCHEMAS.get(kind)))
                .hasSizeGreaterThan(100)
                .allSatisfy(resource -> assertThatCode(() -> OPERATORS.unmarshal(resource.toString(), TYPES.get(kind)))
                        .as(resource.toString())
                        .doesNotThrowAnyException());
    }

    @ParameterizedTest
    @ValueSource(strings = {"CacheProfile", "RateLimitPolicy"})
    void noMapHasANameThatIsTooLongToBeRead(String kind) {
        assertThat(maps(kind, SCHEMAS.get(kind))).isNotEmpty().allSatisfy((path, map) -> {
            JsonNode value =
                    values(map.path("additionalProperties")).findFirst().orElseThrow();
            assertThat(broken(map, JSON.objectNode().set("d".repeat(TOO_LONG) + "/a", value)))
                    .as(path)
                    .isGreaterThan(broken(map, JSON.objectNode().set("a", value)));
        });
    }

    /** One for each value of each place, with nothing else in it. */
    private static Stream<JsonNode> resources(JsonNode schema) {
        if (schema.has("properties")) {
            return schema.path("properties").properties().stream()
                    .flatMap(field -> resources(field.getValue())
                            .map(value -> JSON.objectNode().set(field.getKey(), value)));
        }
        if (schema.has("items")) {
            return resources(schema.path("items")).map(value -> JSON.arrayNode().add(value));
        }
        return schema.has("additionalProperties")
                ? resources(schema.path("additionalProperties"))
                        .map(value -> JSON.objectNode().set("a", value))
                : values(schema);
    }

    /** The extremes that a place without anything below it lets through. */
    private static Stream<JsonNode> values(JsonNode schema) {
        boolean either = schema.has("x-kubernetes-int-or-string");
        Stream<JsonNode> found = switch (schema.path("type").asText()) {
            case "boolean" -> Stream.of(JSON.booleanNode(true), JSON.booleanNode(false));
            case "integer" -> numbers(schema);
            case "string" -> texts(schema);
            default -> either ? Stream.concat(numbers(schema), texts(schema)) : Stream.of();
        };
        return found.filter(value -> broken(schema, value) == 0);
    }

    /** The API server itself takes 64 bits. */
    private static Stream<JsonNode> numbers(JsonNode schema) {
        return Stream.of(
                LongNode.valueOf(schema.path("minimum").asLong(Long.MIN_VALUE)),
                LongNode.valueOf(schema.path("maximum").asLong(Long.MAX_VALUE)));
    }

    private static Stream<JsonNode> texts(JsonNode schema) {
        if (schema.has("enum")) {
            return schema.path("enum").valueStream();
        }
        String longest = "a".repeat(schema.path("maxLength").asInt());
        return Stream.concat(Stream.of(longest), TEXTS.stream()).map(TextNode::valueOf);
    }

    private static int broken(JsonNode schema, JsonNode value) {
        return new CelRules(schema).broken(value, Optional.empty()).size();
    }

    private static Map<String, JsonNode> maps(String path, JsonNode schema) {
        Map<String, JsonNode> maps = new TreeMap<>();
        schema.path("properties")
                .properties()
                .forEach(field -> maps.putAll(maps(path + "." + field.getKey(), field.getValue())));
        if (schema.has("items")) {
            maps.putAll(maps(path + "[]", schema.path("items")));
        }
        if (schema.has("additionalProperties")) {
            maps.put(path, schema);
        }
        return maps;
    }
}
