package dev.cacheward.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that YAML would read as something else, and names that are long. */
class ChartNamesTest {
    /** At which the API server draws the line for a profile. */
    private static final int PROFILE = 40;

    private static final String EVERYTHING = "metrics={\"serviceMonitor\":{\"enabled\":true},\"prometheusRule\":"
            + "{\"enabled\":true},\"dashboard\":{\"enabled\":true}} ; networkPolicy.enabled=true ; "
            + "podDisruptionBudget.enabled=true";

    @BeforeEach
    void helm() {
        Helm.demand();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            1234      | 2024 | httpPort=8080
            cacheward | 1e3  | httpPort=8080
            cacheward | shop | fullnameOverride="true"
            cacheward | shop | priorityClassName="true"
            cacheward | shop | serviceAccount.name="null"
            cacheward | shop | watchNamespaces=["2024"]
            cacheward | shop | metrics.namespace="2024"
            cacheward | shop | commonLabels={"a":"1"} ; commonAnnotations={"a":"true"} ; podLabels={"a":"2"} ; podAnnotations={"a":"null"}
            """)
    void aTextThatLooksLikeANumberOrATruthStaysAText(String release, String namespace, String values) {
        // Given
        String plain = values.replaceAll("([=:\\[])\"[^\"]+\"", "$1\"plain\"");

        // When
        Rendering rendering = Rendering.release(release, namespace, (EVERYTHING + " ; " + values).split(" ; "));

        // Then
        assertThat(shapes(rendering))
                .containsExactlyInAnyOrderElementsOf(
                        shapes(Rendering.release("cacheward", "shop", (EVERYTHING + " ; " + plain).split(" ; "))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234", "1-cacheward"})
    void aServiceBeginsWithALetter(String release) {
        assertThat(Rendering.release(release, "shop").all("Service"))
                .isNotEmpty()
                .allSatisfy(service ->
                        assertThat(service.at("/metadata/name").asText()).matches("[a-z].*"));
    }

    @ParameterizedTest
    @CsvSource({
        "cache.prod,           cache-prod-cacheward",
        "cacheward.prod.eu,    cacheward-prod-eu",
        "1.prod,               cacheward-1-prod",
        "cache-prod,           cache-prod-cacheward",
        "cacheward,            cacheward",
    })
    void aReleaseWithADotHasObjectsWithout(String release, String name) {
        // When
        Rendering rendering = Rendering.release(release, "shop", EVERYTHING.split(" ; "));

        // Then
        assertThat(rendering.object("Service/" + name + "-metrics").isObject()).isTrue();
        assertThat(rendering.object("CacheProfile/" + name + "-test").isObject())
                .isTrue();
        assertThat(rendering.objects())
                .filteredOn(object -> object.at("/metadata").has("namespace"))
                .allSatisfy(object ->
                        assertThat(object.at("/metadata/name").asText()).doesNotContain("."));
    }

    @ParameterizedTest
    @CsvSource({
        "cacheward, cacheward, cacheward-view",
        "cacheward, shop,      cacheward-view.shop",
        "shop,      shop,      shop-cacheward-view.shop",
    })
    void whatIsInNoNamespaceNamesThatOfTheReleaseUnlessTheyAreTheSame(String release, String namespace, String role) {
        assertThat(Rendering.release(release, namespace).clusterScoped()).contains("ClusterRole/" + role);
    }

    @Test
    void aNameThatIsCutAtADotEndsWithALetter() {
        assertThat(Rendering.release("r".repeat(51) + ".x", "shop").all("Deployment"))
                .singleElement()
                .satisfies(deployment ->
                        assertThat(deployment.at("/metadata/name").asText()).isEqualTo("r".repeat(51)));
    }

    @Test
    void aReleaseOfTheLongestNameHasAProfileToTestWith() {
        Rendering rendering = Rendering.release("r".repeat(53), "shop");

        assertThat(rendering.all("CacheProfile"))
                .singleElement()
                .satisfies(profile -> assertThat(profile.at("/metadata/name").asText())
                        .hasSizeLessThanOrEqualTo(PROFILE)
                        .endsWith("-test"));
        assertThat(rendering.objects())
                .allSatisfy(object ->
                        assertThat(object.at("/metadata/name").asText()).hasSizeLessThanOrEqualTo(63));
    }

    /** Which key has a value of which type, of each object. */
    private static List<String> shapes(Rendering rendering) {
        return rendering.objects().stream()
                .map(object -> object.at("/kind").asText() + shape(object))
                .toList();
    }

    private static String shape(JsonNode node) {
        if (node.isObject()) {
            return node.properties().stream()
                    .map(field -> field.getKey() + ": " + shape(field.getValue()))
                    .sorted()
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return node.isArray()
                ? Rendering.stream(node).map(ChartNamesTest::shape).toList().toString()
                : node.getNodeType().name();
    }
}
