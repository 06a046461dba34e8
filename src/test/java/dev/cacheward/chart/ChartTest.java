package dev.cacheward.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cacheward.runtime.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds for the chart as a whole. */
class ChartTest {
    private static final Path CHART = Path.of(Helm.CHART);

    @BeforeEach
    void helm() {
        Helm.demand();
    }

    @Test
    void lintFindsNothing() {
        Helm.Outcome lint = Helm.run(Stream.concat(Stream.of("lint", "--strict", Helm.CHART), Helm.IMAGE.stream())
                .toList());

        assertThat(lint.code()).as(lint.output() + lint.errors()).isZero();
    }

    @Test
    void theSchemaKnowsExactlyTheValues() throws IOException {
        // Given
        JsonNode schema =
                new ObjectMapper().readTree(CHART.resolve("values.schema.json").toFile());
        JsonNode values =
                Rendering.parse(Files.readString(CHART.resolve("values.yaml"))).get(0);

        // Then
        assertThat(keys(resolved(schema).at("/properties"), "properties")).isEqualTo(keys(values, ""));
    }

    /** Definitions in the place of what refers to them. */
    private static JsonNode resolved(JsonNode schema) throws IOException {
        String text = schema.toString();
        for (Map.Entry<String, JsonNode> definition : schema.at("/definitions").properties()) {
            text = text.replace(
                    "{\"$ref\":\"#/definitions/" + definition.getKey() + "\"}",
                    definition.getValue().toString());
        }
        return new ObjectMapper().readTree(text);
    }

    @Test
    void itsRedisIsTheOperatorsOwnDefault() throws IOException {
        JsonNode values =
                Rendering.parse(Files.readString(CHART.resolve("values.yaml"))).get(0);

        assertThat(values.at("/profileDefaults/image").asText())
                .isEqualTo(Settings.defaults().redis().image());
    }

    @Test
    void everySettingOfTheOperatorIsSet() {
        // Given
        Stream<String> settings = Pattern.compile("(?m)^(CACHEWARD_[A-Z_]+)( [(]default: .*)?$")
                .matcher(Settings.help(200))
                .results()
                .map((MatchResult row) -> row.group(1));

        // When
        JsonNode deployment = Rendering.of(
                        "watchNamespaces=[\"shop\"]",
                        "podTemplate.allowedPrefixes=[\"team\"]",
                        "bounds.ttl.min=\"1s\"",
                        "bounds.ttl.max=\"1d\"",
                        "bounds.rates.maxPerMinute=1000",
                        "clusterDomain=\"k8s.example.com\"",
                        "profileDefaults.persistence.storageClassName=\"fast\"")
                .object("Deployment/cacheward");

        // Then
        List<String> set = deployment.at("/spec/template/spec/containers/0/env").findValuesAsText("name");
        assertThat(settings).isNotEmpty().isSubsetOf(set);
    }

    @Test
    void thePodsHaveTheLabelThatTheNetworkPoliciesOfProfilesLetIn() {
        JsonNode deployment = Rendering.of("fullnameOverride=\"other\"", "podLabels={\"a\":\"b\"}")
                .object("Deployment/other");

        assertThat(deployment
                        .at("/spec/template/metadata/labels/app.kubernetes.io~1name")
                        .asText())
                .isEqualTo("cacheward");
    }

    @Test
    void thePodIsRestricted() {
        JsonNode pod = Rendering.of().object("Deployment/cacheward").at("/spec/template/spec");

        assertThat(pod.at("/securityContext").toString())
                .isEqualTo("{\"runAsNonRoot\":true,\"runAsUser\":65532,\"runAsGroup\":65532,"
                        + "\"seccompProfile\":{\"type\":\"RuntimeDefault\"}}");
        assertThat(pod.at("/containers/0/securityContext").toString())
                .isEqualTo("{\"allowPrivilegeEscalation\":false,\"readOnlyRootFilesystem\":true,"
                        + "\"capabilities\":{\"drop\":[\"ALL\"]}}");
    }

    @Test
    void theDefaultNeedsNothingThatAStockClusterLacks() {
        assertThat(Rendering.of().objects())
                .extracting(object -> object.at("/apiVersion").asText())
                .containsOnly(
                        "v1",
                        "apps/v1",
                        "batch/v1",
                        "rbac.authorization.k8s.io/v1",
                        "apiextensions.k8s.io/v1",
                        "cacheward.dev/v1alpha1");
    }

    /** The paths of all keys but the deprecated; {@code below} is the key that stands between two levels, or empty. */
    private static List<String> keys(JsonNode node, String below) {
        return node.properties().stream()
                .filter(field -> !field.getValue().path("deprecated").asBoolean())
                .flatMap(field -> Stream.concat(
                        Stream.of(field.getKey()),
                        keys(
                                        below.isEmpty()
                                                ? field.getValue()
                                                : field.getValue().path(below),
                                        below)
                                .stream()
                                .map(key -> field.getKey() + "." + key)))
                .filter(key ->
                        !key.matches("(profileDefaults[.])?(resources|networkPolicy)[.](requests|limits|from).*"))
                .sorted()
                .toList();
    }
}
