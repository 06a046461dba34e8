package dev.cacheward.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cacheward.docs.DocPage;
import dev.cacheward.runtime.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a catalogue of charts shows of this one: its README and the annotations of Artifact Hub. */
class ChartReadmeTest {
    private static final Path CHART = Path.of(Helm.CHART);
    private static final DocPage README = new DocPage(CHART.resolve("README.md"));

    @Test
    void itHasAllValues() {
        // Given
        ValuesFile values = ValuesFile.read();
        README.update(values::fill);

        // When
        String page = README.text();

        // Then
        assertThat(page)
                .as("stale; run: mvn -q test -Dtest=ChartReadmeTest -Dgolden.update=true")
                .isEqualTo(values.fill(page))
                .contains("| `watchNamespaces` | `[]` |");
    }

    @Test
    void itNamesTheOldNamesOfValues() throws IOException {
        assertThat(Files.readString(CHART.resolve("templates/_oldvalues.tpl"))
                        .lines()
                        .filter(line -> line.matches("[a-zA-Z.]+: [a-zA-Z.]+"))
                        .flatMap(line -> Stream.of(line.split(": "))))
                .hasSize(10)
                .allSatisfy(name -> assertThat(README.text()).contains("`" + name + "`"));
    }

    @Test
    void theAnnotationsNameEachKindWithAnExample() throws IOException {
        // Given
        List<JsonNode> crds = crds();

        // Then
        assertThat(annotation("crds"))
                .extracting(crd -> crd.at("/name").asText() + " "
                        + crd.at("/kind").asText() + " " + crd.at("/version").asText())
                .containsExactlyElementsOf(crds.stream()
                        .map(crd -> crd.at("/metadata/name").asText() + " "
                                + crd.at("/spec/names/kind").asText() + " "
                                + crd.at("/spec/versions/0/name").asText())
                        .toList());
        assertThat(annotation("crdsExamples"))
                .extracting(example -> example.at("/kind").asText())
                .containsExactlyElementsOf(crds.stream()
                        .map(crd -> crd.at("/spec/names/kind").asText())
                        .toList());
    }

    @Test
    void theAnnotationsNameTheRedisThatRunsByDefault() throws IOException {
        assertThat(annotation("images"))
                .extracting(image -> image.at("/image").asText())
                .containsExactly(Settings.defaults().redis().image());
    }

    private static List<JsonNode> annotation(String name) throws IOException {
        JsonNode chart =
                Rendering.parse(Files.readString(CHART.resolve("Chart.yaml"))).get(0);
        String text = chart.at("/annotations").path("artifacthub.io/" + name).asText();
        return Rendering.stream(
                        Rendering.parse("list:\n" + text.indent(2)).get(0).at("/list"))
                .toList();
    }

    private static List<JsonNode> crds() throws IOException {
        try (Stream<Path> files = Files.list(CHART.resolve("files/crds"))) {
            return files.sorted()
                    .map(EveryManifest::read)
                    .map(text -> Rendering.parse(text).get(0))
                    .toList();
        }
    }
}
