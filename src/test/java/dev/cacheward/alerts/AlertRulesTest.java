package dev.cacheward.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.cacheward.chart.Monitoring;
import dev.cacheward.docs.DocPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each alert fires when it should, with the words that it should, and not when all is well. */
class AlertRulesTest {
    private static final Path TESTS = Path.of("src/test/resources/alerts");
    private static final YAMLMapper YAML = new YAMLMapper();

    @BeforeEach
    void promtool() {
        Promtool.demand();
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory.yaml", "lookups.yaml", "servers.yaml", "keys.yaml", "operator.yaml"})
    void theAlertsFireAsTheirTestsSay(String test, @TempDir Path folder) throws IOException {
        // Given
        Promtool.writeRules(folder, Set.of("summary"));
        Files.copy(TESTS.resolve(test), folder.resolve(test));

        // When, Then
        assertThat(Promtool.run(folder, "test", "rules", test)).contains("SUCCESS");
    }

    @Test
    void theRulesAreValidAndTheirTextsToo(@TempDir Path folder) throws IOException {
        // Given
        YAML.writeValue(folder.resolve("rules.yaml").toFile(), Promtool.rules());

        // When, Then
        assertThat(Promtool.run(folder, "check", "rules", "rules.yaml"))
                .contains("SUCCESS: " + alerts().size() + " rules found");
    }

    @Test
    void theQueriesOfTheDashboardAreValid(@TempDir Path folder) throws IOException {
        // Given
        List<Map<String, String>> queries = Monitoring.queries().stream()
                .map(query -> Map.of("record", "panel", "expr", query))
                .toList();
        YAML.writeValue(
                folder.resolve("queries.yaml").toFile(),
                Map.of("groups", List.of(Map.of("name", "dashboard", "rules", queries))));

        // When, Then
        assertThat(Promtool.run(folder, "check", "rules", "--lint=none", "queries.yaml"))
                .contains("SUCCESS: " + queries.size() + " rules found");
    }

    @Test
    void everyAlertIsSeenToFire() throws IOException {
        assertThat(fired()).containsAll(alerts());
    }

    @Test
    void everyAlertHasAPageThatTheTableLeadsTo() {
        // Given
        String table = DocPage.named("operations.md").text();

        // Then
        assertThat(alerts()).allSatisfy(alert -> {
            assertThat(DocPage.named("runbooks/" + alert + ".md").text())
                    .startsWith("# " + alert + "\n")
                    .contains("\n## What it means\n", "\n## What to look at\n", "\n## What to do\n");
            assertThat(table).contains("[`" + alert + "`](runbooks/" + alert + ".md)");
        });
    }

    private static List<String> alerts() {
        return Promtool.rules().at("/groups/0/rules").findValuesAsText("alert");
    }

    private static List<String> fired() throws IOException {
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.list(TESTS)) {
            for (Path file : files.toList()) {
                for (JsonNode test : YAML.readTree(file.toFile()).at("/tests")) {
                    test.at("/alert_rule_test").forEach(each -> {
                        if (!each.at("/exp_alerts").isEmpty()) {
                            names.add(each.at("/alertname").asText());
                        }
                    });
                }
            }
        }
        return names;
    }
}
