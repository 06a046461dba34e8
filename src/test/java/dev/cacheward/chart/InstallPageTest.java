package dev.cacheward.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cacheward.status.ReadmeTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables of the page about the installation are those of the chart. */
class InstallPageTest {
    private static final Path PAGE = Path.of("src", "site", "markdown", "install.md");

    @Test
    void itHasAllValues() throws IOException {
        // Given
        ValuesFile values = ValuesFile.read();
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, values.fill(Files.readString(PAGE)));
        }

        // When
        String page = Files.readString(PAGE);

        // Then
        assertThat(page)
                .as("stale; run: mvn -q test -Dtest=InstallPageTest -Dgolden.update=true")
                .isEqualTo(values.fill(page))
                .contains("| `watchNamespaces` | `[]` |");
    }

    @Test
    void itHasAllRightsOfTheOperator() {
        Helm.demand();
        // Given
        List<JsonNode> rules =
                List.of(Rendering.of().object("ClusterRole/cacheward").at("/rules"));

        // Then
        assertThat(ReadmeTable.rows(PAGE, "rights").stream().flatMap(InstallPageTest::told))
                .containsExactlyInAnyOrderElementsOf(rules.stream()
                        .flatMap(Rendering::stream)
                        .flatMap(InstallPageTest::given)
                        .toList());
    }

    /** {@code resource (group): verbs} for each resource of a row. */
    private static Stream<String> told(List<String> row) {
        String suffix = row.get(0).replaceAll("^[^(]*?( \\(.*)?$", "$1");
        return Stream.of(row.get(0).replaceAll(" \\(.*", "").split(", "))
                .map(resource -> resource.replace("`", "") + suffix + ": " + row.get(1));
    }

    private static Stream<String> given(JsonNode rule) {
        String group = rule.at("/apiGroups/0").asText();
        return Rendering.texts(rule.at("/resources")).stream()
                .map(resource -> resource + (group.isEmpty() ? "" : " (" + group + ")") + ": "
                        + String.join(", ", Rendering.texts(rule.at("/verbs"))));
    }
}
