package dev.cacheward.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The chart as a dependency of another one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UmbrellaChartTest {
    private static final String CONTAINER = "/spec/template/spec/containers/0";
    private static final String[] EVERYTHING = {
        "EACH.metrics.serviceMonitor.enabled=true",
        "EACH.metrics.prometheusRule.enabled=true",
        "EACH.metrics.dashboard.enabled=true",
        "EACH.metrics.namespace=\"monitoring\"",
        "EACH.networkPolicy.enabled=true",
        "EACH.podDisruptionBudget.enabled=true"
    };

    private UmbrellaChart umbrella;

    @BeforeAll
    void build(@TempDir Path folder) {
        Helm.demand();
        umbrella = new UmbrellaChart(folder);
    }

    @Test
    void theRegistryAndThePullSecretsOfAllChartsReachTheOperator() {
        // When
        JsonNode deployment = render().object("Deployment/infra-cacheward");

        // Then
        assertThat(deployment.at(CONTAINER + "/image").asText()).startsWith("mirror.example.com/proxy/cacheward:");
        assertThat(deployment.at(CONTAINER + "/env").toString())
                .contains("\"mirror.example.com/proxy/library/redis:8.0.6\"");
        assertThat(deployment.at("/spec/template/spec/imagePullSecrets").toString())
                .isEqualTo("[{\"name\":\"mirror\"}]");
    }

    @Test
    void theConditionSwitchesItOff() {
        assertThat(render("cacheward.enabled=false").all("Deployment"))
                .extracting(object -> object.at("/metadata/name").asText())
                .containsExactly("infra-team-cache");
        assertThat(render("cacheward.enabled=false", UmbrellaChart.ALIAS + ".enabled=false")
                        .objects())
                .extracting(object -> object.at("/kind").asText())
                .containsExactly("ConfigMap");
    }

    @Test
    void underAnAliasTheLabelsByWhichProfilesLetTheOperatorInAreTheSame() {
        assertThat(render().all("Deployment"))
                .hasSize(2)
                .allSatisfy(deployment -> assertThat(deployment
                                .at("/spec/template/metadata/labels/app.kubernetes.io~1name")
                                .asText())
                        .isEqualTo("cacheward"));
    }

    @Test
    void twoInOneReleaseHaveNoNameInCommon() {
        assertThat(identities(everything("infra"))).hasSizeGreaterThan(30).doesNotHaveDuplicates();
    }

    /** What a Deployment, a Service or a policy selects. */
    @Test
    void neitherOfTwoInOneReleaseSelectsThePodsOfTheOther() {
        // Given
        Rendering rendering = everything("infra");
        List<JsonNode> pods = rendering
                .all("Deployment")
                .map(deployment -> deployment.at("/spec/template/metadata/labels"))
                .toList();

        // Then
        assertThat(selectors(rendering)).hasSizeGreaterThan(8);
        assertThat(pods)
                .hasSize(2)
                .allSatisfy(pod -> assertThat(selectors(rendering)).anyMatch(selector -> selects(selector, pod)));
        assertThat(selectors(rendering)).noneMatch(selector -> pods.stream().allMatch(pod -> selects(selector, pod)));
    }

    @Test
    void releasesOfOneNameInTwoNamespacesHaveNoObjectInCommon() {
        // Given
        List<String> values = new ArrayList<>(List.of(EVERYTHING));
        values.replaceAll(value -> value.replace("EACH.", ""));
        values.add("crds.install=false");

        // When
        List<String> one = identities(Rendering.release("cacheward", "platform", values.toArray(String[]::new)));
        values.add("watchNamespaces=[\"team\"]");
        List<String> other = identities(Rendering.release("cacheward", "teams", values.toArray(String[]::new)));

        // Then
        assertThat(other).hasSizeGreaterThan(15).doesNotContainAnyElementsOf(one);
    }

    private Rendering everything(String release) {
        String[] values = List.of(UmbrellaChart.PLAIN, UmbrellaChart.ALIAS).stream()
                .flatMap(each -> List.of(EVERYTHING).stream().map(value -> value.replace("EACH", each)))
                .toArray(String[]::new);
        return render(release, values);
    }

    private Rendering render(String... values) {
        return render("infra", values);
    }

    private Rendering render(String release, String[] values) {
        return Rendering.chart(umbrella.path(), release, "platform", values);
    }

    private static List<String> identities(Rendering rendering) {
        return rendering.objects().stream()
                .map(object -> object.at("/metadata/namespace").asText() + "/"
                        + object.at("/kind").asText() + "/"
                        + object.at("/metadata/name").asText())
                .toList();
    }

    private static List<JsonNode> selectors(Rendering rendering) {
        return rendering.objects().stream()
                .flatMap(object -> List.of(
                        object.at("/spec/selector/matchLabels"),
                        object.at("/spec/podSelector/matchLabels"),
                        object.at("/kind").asText().equals("Service")
                                ? object.at("/spec/selector")
                                : object.at("/none"))
                        .stream())
                .filter(JsonNode::isObject)
                .toList();
    }

    private static boolean selects(JsonNode selector, JsonNode labels) {
        return selector.properties().stream().allMatch(label -> label.getValue().equals(labels.get(label.getKey())));
    }
}
