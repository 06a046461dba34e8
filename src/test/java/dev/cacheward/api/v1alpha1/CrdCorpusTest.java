package dev.cacheward.api.v1alpha1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cacheward.api.v1alpha1.Corpus.Case;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** What can be told of the corpus without an API server; {@code CrdCorpusIT} asks one. */
class CrdCorpusTest {
    private static final List<Case> ALL = Corpus.all();
    private static final Map<String, ObjectNode> SCHEMAS = CrdSchemas.byKind();
    private static final Map<String, StructuralSchema> STRUCTURES = SCHEMAS.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, kind -> new StructuralSchema(kind.getValue())));
    private static final Map<String, CelRules> RULES = SCHEMAS.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, kind -> new CelRules(kind.getValue())));
    private static final Map<String, Class<?>> TYPES =
            Map.of("CacheProfile", CacheProfile.class, "RateLimitPolicy", RateLimitPolicy.class);
    private static final ObjectMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    static List<Case> all() {
        return ALL;
    }

    static Stream<Case> acceptedByTheApiServer() {
        return all().stream().filter(each -> !each.refusedByApiServer());
    }

    static Stream<Case> refusedByTheApiServer() {
        return all().stream().filter(Case::refusedByApiServer);
    }

    @ParameterizedTest
    @MethodSource("all")
    void aFileIsNamedByItsRule(Case each) {
        assertThat(each.file()).matches(each.valid() ? "valid-[A-Za-z0-9-]+\\.yaml" : "invalid-[A-Za-z0-9-]+\\.yaml");
        assertThat(each.message().isEmpty()).isEqualTo(each.valid());
        if (!each.valid()) {
            assertThat(fields(each.kind()))
                    .as("the first word names a field")
                    .contains(each.file().split("-")[1]);
        }
    }

    @ParameterizedTest
    @MethodSource("acceptedByTheApiServer")
    void whatTheApiServerAcceptsBreaksNothingInTheCrd(Case each) {
        assertThat(structure(each)).isEmpty();
        assertThat(rules(each)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("acceptedByTheApiServer")
    void whatTheApiServerAcceptsIsReadToTheLastField(Case each) {
        assertThatCode(() -> STRICT.readValue(each.resource().toString(), TYPES.get(each.kind())))
                .doesNotThrowAnyException();
    }

    /** Where the structure is wrong already, the message is the API server's own, and only it can show that. */
    @ParameterizedTest
    @MethodSource("refusedByTheApiServer")
    void whatTheApiServerRefusesBreaksTheCrdInTheWordsOfTheFile(Case each) {
        if (structure(each).isEmpty()) {
            assertThat(rules(each))
                    .extracting(CelRules.Broken::message)
                    .anySatisfy(message -> assertThat(message).contains(each.message()));
        }
    }

    @Test
    void everyRuleOfTheCrdsIsBrokenBySomeFile() {
        // Given
        Set<String> rules = SCHEMAS.values().stream()
                .flatMap(schema -> nodes(schema).flatMap(node -> list(node.path("x-kubernetes-validations"))))
                .map(rule -> rule.path("rule").asText())
                .collect(Collectors.toCollection(TreeSet::new));

        // When
        Set<String> broken = refusedByTheApiServer()
                .filter(each -> structure(each).isEmpty())
                .flatMap(each -> rules(each).stream())
                .map(CelRules.Broken::rule)
                .collect(Collectors.toCollection(TreeSet::new));

        // Then
        assertThat(broken).isEqualTo(rules);
    }

    @Test
    void everyValueOfEveryChoiceIsInSomeValidFile() {
        assertThat(choices())
                .isNotEmpty()
                .allSatisfy(choice -> assertThat(
                                all().stream().filter(Case::valid).anyMatch(each -> has(each.resource(), choice)))
                        .as(choice)
                        .isTrue());
    }

    private static Set<String> choices() {
        return SCHEMAS.values().stream()
                .flatMap(schema -> nodes(schema.at("/properties/spec")).flatMap(node -> list(node.path("enum"))))
                .map(JsonNode::asText)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean has(JsonNode resource, String text) {
        return nodes(resource)
                .anyMatch(node -> node.isTextual() && node.asText().equals(text));
    }

    /** A node and all below it. */
    private static Stream<JsonNode> nodes(JsonNode node) {
        return Stream.concat(Stream.of(node), list(node).flatMap(CrdCorpusTest::nodes));
    }

    private static Stream<JsonNode> list(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }

    private static List<String> structure(Case each) {
        return STRUCTURES.get(each.kind()).problems(each.resource());
    }

    private static List<CelRules.Broken> rules(Case each) {
        return RULES.get(each.kind()).broken(each.resource(), each.previous());
    }

    private static Set<String> fields(String kind) {
        return Stream.concat(
                        Stream.of("metadata"),
                        nodes(SCHEMAS.get(kind))
                                .flatMap(node -> node.path("properties").properties().stream()
                                        .map(Map.Entry::getKey)))
                .collect(Collectors.toSet());
    }
}
