package dev.cacheward.api.v1alpha1;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for the schemas as wholes. */
class CrdSchemaTest {
    private static final Map<String, ObjectNode> SCHEMAS = CrdSchemas.byKind();

    @ParameterizedTest
    @ValueSource(strings = {"CacheProfile", "RateLimitPolicy"})
    void everyStringListAndMapHasAnUpperBound(String kind) {
        assertThat(places(kind)).allSatisfy((path, schema) -> {
            if (isText(schema) && !schema.has("enum")) {
                assertThat(schema.path("maxLength").asLong()).as(path).isPositive();
            }
            if (schema.has("items")) {
                assertThat(schema.path("maxItems").asLong()).as(path).isPositive();
            }
            if (schema.has("additionalProperties")) {
                assertThat(schema.path("maxProperties").asLong()).as(path).isPositive();
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"CacheProfile", "RateLimitPolicy"})
    void everyPlaceHasATypeSoThatNothingUnknownIsKept(String kind) {
        assertThat(places(kind)).allSatisfy((path, schema) -> {
            assertThat(schema.has("type") || schema.has("x-kubernetes-int-or-string"))
                    .as(path)
                    .isTrue();
            assertThat(schema.has("x-kubernetes-preserve-unknown-fields"))
                    .as(path)
                    .isFalse();
            assertThat(schema.path("type").asText().equals("object"))
                    .as(path)
                    .isEqualTo(schema.has("properties") || schema.has("additionalProperties"));
        });
    }

    /** Items of lists and values of maps are described by the list or the map. */
    @ParameterizedTest
    @ValueSource(strings = {"CacheProfile", "RateLimitPolicy"})
    void kubectlExplainHasASentenceForEveryField(String kind) {
        assertThat(places(kind)).allSatisfy((path, schema) -> {
            if (!path.endsWith("[]") && !path.endsWith("{}")) {
                assertThat(schema.path("description").asText()).as(path).endsWith(".");
            }
        });
    }

    @Test
    void onlyTheseDefaultsArePersisted() {
        assertThat(defaults("CacheProfile"))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        ".spec.enabled", "true",
                        ".spec.deletionPolicy", "\"Delete\"",
                        ".status", "{\"observedGeneration\":-1}"));
        assertThat(defaults("RateLimitPolicy"))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(".spec.mode", "\"Enforce\"", ".status", "{\"observedGeneration\":-1}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CacheProfile", "RateLimitPolicy"})
    void aConditionTypeIsThereOnce(String kind) {
        // When
        JsonNode conditions = places(kind).get(".status.conditions");

        // Then
        assertThat(conditions.path("x-kubernetes-list-type").asText()).isEqualTo("map");
        assertThat(conditions.path("x-kubernetes-list-map-keys").toString()).isEqualTo("[\"type\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CacheProfile", "RateLimitPolicy"})
    void aWorkloadToRestartIsThereOnce(String kind) {
        // When
        JsonNode restart = places(kind).get(".spec.restart");

        // Then
        assertThat(restart.path("x-kubernetes-list-type").asText()).isEqualTo("map");
        assertThat(restart.path("x-kubernetes-list-map-keys").toString()).isEqualTo("[\"kind\",\"name\"]");
    }

    @Test
    void theRedisThatTheOperatorRunsIsTheOnlySource() {
        assertThat(places("CacheProfile").get(".spec.redis").path("properties").fieldNames())
                .toIterable()
                .containsExactly("external", "managed");
    }

    private static boolean isText(JsonNode schema) {
        return schema.path("type").asText().equals("string") || schema.has("x-kubernetes-int-or-string");
    }

    private static Map<String, String> defaults(String kind) {
        Map<String, String> defaults = new TreeMap<>();
        places(kind).forEach((path, schema) -> {
            if (schema.has("default")) {
                defaults.put(path, schema.get("default").toString());
            }
        });
        return defaults;
    }

    private static Map<String, JsonNode> places(String kind) {
        Map<String, JsonNode> places = new TreeMap<>();
        collect("", SCHEMAS.get(kind), places);
        return places;
    }

    private static void collect(String path, JsonNode schema, Map<String, JsonNode> places) {
        places.put(path, schema);
        schema.path("properties")
                .properties()
                .forEach(field -> collect(path + "." + field.getKey(), field.getValue(), places));
        if (schema.has("items")) {
            collect(path + "[]", schema.get("items"), places);
        }
        if (schema.has("additionalProperties")) {
            collect(path + "{}", schema.get("additionalProperties"), places);
        }
    }
}
