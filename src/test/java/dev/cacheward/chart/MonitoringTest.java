package dev.cacheward.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The alerts and the dashboard of the chart. */
class MonitoringTest {
    @BeforeEach
    void helm() {
        Helm.demand();
    }

    @Test
    void thePageExplainsEveryMetricThatTheyAskFor() {
        assertThat(Monitoring.used())
                .contains("cacheward_resource_ready", "cacheward_ready_seconds_bucket", "jvm_memory_used_bytes")
                .allSatisfy(name -> assertThat(Monitoring.documented())
                        .as(name)
                        .anyMatch(documented -> Monitoring.covers(documented, name)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            max by (kind, name) (a_ready) == 0                              | [a_ready]
            sum(rate(a_total{x=~"b_c"}[30m])) / sum(rate(b_total[$i])) > 1  | [a_total, b_total]
            histogram_quantile(0.5, sum by (le) (a_bucket))                 | [a_bucket]
            sum(a{x="y"}) and on (pod) b or vector(0)                       | [a, b]
            """)
    void theNamesOfAnExpressionAreThoseOfItsMetrics(String expression, String names) {
        assertThat(Monitoring.names(expression)).hasToString(names);
    }

    @Test
    void everyAlertSaysInWordsWhatIsTheMatterAndWhatToDo() {
        List<JsonNode> alerts = Monitoring.alerts(Rendering.of("metrics.prometheusRule.enabled=true"))
                .toList();

        assertThat(alerts).hasSize(11).allSatisfy(alert -> {
            assertThat(alert.at("/alert").asText()).startsWith("Cacheward");
            assertThat(alert.at("/for").asText()).isNotEmpty();
            assertThat(alert.at("/labels/severity").asText()).isIn("critical", "warning", "info");
            assertThat(alert.at("/annotations/summary").asText()).isNotEmpty();
            assertThat(alert.at("/annotations/description").asText()).endsWith(".");
        });
    }

    /** Another release has a leader of its own, and one that is named like the beginning of another's name is not that one. */
    @Test
    void theAlertAboutTheLeaderIsAboutOneReleaseOnly() {
        // When
        JsonNode alert = aboutTheLeader(Rendering.of("metrics.prometheusRule.enabled=true"));

        // Then
        assertThat(alert.at("/expr").asText())
                .isEqualTo("sum(cacheward_leader{namespace=\"cacheward\", "
                        + "pod=~\"cacheward-[a-z0-9]+(-[a-z0-9]{5})?\"} or vector(0)) != 1");
        assertThat(alert.at("/labels/namespace").asText()).isEqualTo("cacheward");
        assertThat(alert.at("/labels/deployment").asText()).isEqualTo("cacheward");
    }

    /**
     * Kubernetes cuts what a pod is named after, the Deployment and a hash of one to ten characters, to 58 characters before it adds
     * five more.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            9  | 10 | ''     | true
            9  | 1  | ''     | true
            9  | 10 | -x     | false
            9  | 10 | -x-y   | false
            46 | 10 | ''     | true
            47 | 10 | ''     | true
            47 | 9  | ''     | true
            47 | 10 | -x     | false
            48 | 10 | ''     | true
            51 | 10 | ''     | true
            52 | 10 | ''     | true
            52 | 1  | ''     | true
            """)
    void theAlertAboutTheLeaderMeansThePodsOfTheDeploymentHoweverLongItsNameIs(
            int characters, int hash, String other, boolean meant) {
        // Given
        String deployment = "d".repeat(characters);
        String before = deployment + other + "-" + "h".repeat(hash) + "-";
        String pod = before.substring(0, Math.min(before.length(), 58)) + "x2x7q";

        // When
        Rendering rendering =
                Rendering.of("metrics.prometheusRule.enabled=true", "fullnameOverride=\"" + deployment + "\"");

        // Then
        String pods = aboutTheLeader(rendering).at("/expr").asText().replaceAll(".*pod=~\"(.*)\"}.*", "$1");
        assertThat(pod.matches(pods)).as("%s by %s", pod, pods).isEqualTo(meant);
    }

    private static JsonNode aboutTheLeader(Rendering rendering) {
        return Monitoring.alerts(rendering)
                .filter(each -> each.at("/alert").asText().equals("CachewardNotOneLeader"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theDashboardReadsFromTheDataSourceThatIsChosen() {
        // When
        JsonNode dashboard = Monitoring.dashboard(Rendering.of("metrics.dashboard.enabled=true"));

        // Then
        assertThat(dashboard.at("/schemaVersion").asInt()).isGreaterThanOrEqualTo(39);
        assertThat(dashboard.at("/templating/list").findValuesAsText("name"))
                .containsExactly("datasource", "namespace", "profile");
        assertThat(dashboard.findValues("datasource"))
                .isNotEmpty()
                .allSatisfy(source -> assertThat(source.at("/uid").asText()).isEqualTo("${datasource}"));
    }

    @Test
    void everyPanelHasAPlaceAnExplanationAndAnExpression() {
        List<JsonNode> panels = Monitoring.panels(Rendering.of("metrics.dashboard.enabled=true"))
                .toList();

        assertThat(panels)
                .extracting(panel -> panel.at("/gridPos").toString())
                .hasSizeGreaterThan(10)
                .doesNotHaveDuplicates();
        assertThat(panels).extracting(panel -> panel.at("/id").asInt()).doesNotHaveDuplicates();
        assertThat(panels)
                .filteredOn(panel -> !panel.at("/type").asText().equals("row"))
                .allSatisfy(panel -> {
                    assertThat(panel.at("/description").asText()).isNotEmpty();
                    assertThat(Monitoring.expressions(panel)).isNotEmpty();
                });
    }
}
