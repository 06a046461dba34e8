package dev.cacheward.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The chart carries copies of {@code crds/}: Helm reads nothing outside of a chart. {@code -Dgolden.update=true} makes them. */
class ChartCrdsTest {
    private static final Path ORIGINALS = Path.of("crds");
    private static final Path COPIES = Path.of(Helm.CHART, "files", "crds");

    @BeforeEach
    void copy() throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            for (Path original : list(ORIGINALS)) {
                Files.copy(original, COPIES.resolve(original.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    @Test
    void theCopiesAreTheOriginals() throws IOException {
        assertThat(list(COPIES))
                .extracting(Path::getFileName)
                .containsExactlyElementsOf(
                        list(ORIGINALS).stream().map(Path::getFileName).toList());
        for (Path original : list(ORIGINALS)) {
            assertThat(COPIES.resolve(original.getFileName())).hasSameTextualContentAs(original);
        }
    }

    @Test
    void theyAreRenderedUnchangedAndKept() throws IOException {
        Helm.demand();
        Rendering rendering = Rendering.of("commonAnnotations={\"note\":\"a\"}");

        for (Path original : list(ORIGINALS)) {
            JsonNode crd = Rendering.parse(Files.readString(original)).get(0);
            JsonNode rendered = rendering.object(
                    "CustomResourceDefinition/" + crd.at("/metadata/name").asText());
            assertThat(rendered.at("/spec")).isEqualTo(crd.at("/spec"));
            assertThat(rendered.at("/metadata/annotations").toString())
                    .contains("\"helm.sh/resource-policy\":\"keep\"", "\"note\":\"a\"");
            assertThat(rendered.at("/metadata/labels")).containsAll(crd.at("/metadata/labels"));
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
