package dev.cacheward.chart;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cacheward.docs.DocPage;
import dev.cacheward.docs.PageTable;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names of metrics: those that the chart's alerts and dashboard ask for, and those that the page explains. */
public final class Monitoring {
    private static final DocPage PAGE = DocPage.named("operations.md");

    /** What is no name of a metric: selectors, ranges, labels to group by, the words of the language, functions. */
    private static final Pattern REST = Pattern.compile("\\{[^}]*}|\\[[^]]*]|\\b(by|without|on|ignoring) *\\([^)]*\\)"
            + "|\\b(and|or|unless|bool|offset)\\b|[a-z_]+ *\\(");

    private static final Pattern NAME = Pattern.compile("[a-z_:][a-z0-9_:]*");

    private Monitoring() {}

    /** All names in the expressions of the alerts and the dashboard. */
    public static Set<String> used() {
        Rendering rendering = Rendering.of("metrics.prometheusRule.enabled=true", "metrics.dashboard.enabled=true");
        return Stream.concat(alerts(rendering), panels(rendering))
                .flatMap(each -> expressions(each).stream())
                .flatMap(expression -> names(expression).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The queries of the dashboard as Grafana sends them, for all namespaces and profiles. */
    public static List<String> queries() {
        return panels(Rendering.of("metrics.dashboard.enabled=true"))
                .flatMap(panel -> expressions(panel).stream())
                .map(query -> query.replace("$__rate_interval", "4m").replaceAll("\\$[a-z]+", ".*"))
                .toList();
    }

    /** Those of the page's table; one that ends with an asterisk stands for all that begin so. */
    public static List<String> documented() {
        return PageTable.rows(PAGE, "metrics").stream()
                .flatMap(row -> Stream.of(row.get(0).split(", ")))
                .map(name -> name.replace("`", ""))
                .toList();
    }

    /** Whether the page's name is, or covers, one of Prometheus': a histogram is a name with several endings. */
    public static boolean covers(String documented, String name) {
        return documented.endsWith("*")
                ? name.startsWith(documented.replace("*", ""))
                : name.replaceAll("_(bucket|sum|count)$", "").equals(documented);
    }

    static Stream<JsonNode> alerts(Rendering rendering) {
        return rendering.all("PrometheusRule").flatMap(rule -> Rendering.stream(rule.at("/spec/groups/0/rules")));
    }

    static Stream<JsonNode> panels(Rendering rendering) {
        return Rendering.stream(dashboard(rendering).at("/panels"));
    }

    static JsonNode dashboard(Rendering rendering) {
        return Rendering.parse(rendering
                        .object("ConfigMap/cacheward-dashboard")
                        .at("/data/cacheward.json")
                        .asText())
                .get(0);
    }

    static List<String> expressions(JsonNode alertOrPanel) {
        return alertOrPanel.findValuesAsText("expr");
    }

    static Set<String> names(String expression) {
        String bare = expression;
        for (String before = ""; !before.equals(bare); ) {
            before = bare;
            bare = REST.matcher(bare).replaceAll(" ");
        }
        return NAME.matcher(bare).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }
}
