package dev.cacheward.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cacheward.docs.DocPage;
import dev.cacheward.docs.PageTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables of the page about the installation are those of the chart. */
class InstallPageTest {
    static final DocPage PAGE = DocPage.named("install.md");

    @Test
    void itHasAllValues() {
        // Given
        ValuesFile values = ValuesFile.read();
        PAGE.update(values::fill);

        // When
        String page = PAGE.text();

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
        Stream<JsonNode> rules =
                Rendering.stream(Rendering.of().object("ClusterRole/cacheward").at("/rules"));

        // Then
        assertThat(PageTable.rows(PAGE, "rights").stream().flatMap(Right::told))
                .containsExactlyInAnyOrderElementsOf(
                        rules.flatMap(Right::granted).toList());
    }

    /** Who is told after the installation to grant them finds them there. */
    @Test
    void theNotesNameTheSectionOfTheRights() throws IOException {
        assertThat(Files.readString(Path.of(Helm.CHART, "templates", "NOTES.txt")))
                .contains("install.md lists (\"Rights\")");
        assertThat(PAGE.text()).contains("\n## Rights\n");
    }

    @Test
    void itExplainsOnlyRightsThatTheOperatorHas() {
        Helm.demand();
        assertThat(PageTable.rows(PAGE, "rarely").stream().flatMap(Right::told))
                .isNotEmpty()
                .isSubsetOf(Rendering.stream(
                                Rendering.of().object("ClusterRole/cacheward").at("/rules"))
                        .flatMap(Right::granted)
                        .toList());
    }
}
