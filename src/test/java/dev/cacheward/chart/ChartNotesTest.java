package dev.cacheward.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Helm says after an installation; without a cluster it says so only of a chart that has the notes in an object. */
class ChartNotesTest {
    private static final String NOTES = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: notes}
            data:
              notes: |
                {{- include (print $.Template.BasePath "/NOTES.txt") . | nindent 4 }}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void copy() throws IOException {
        Helm.demand();
        Path chart = Path.of(Helm.CHART);
        try (Stream<Path> files = Files.walk(chart)) {
            for (Path file : files.skip(1).toList()) {
                Files.copy(file, folder.resolve(chart.relativize(file)));
            }
        }
        Files.writeString(folder.resolve("templates/notes.yaml"), NOTES);
    }

    @ParameterizedTest
    @CsvSource({
        "lookSeconds=60, lookSeconds, reconcileIntervalSeconds",
        "releaseOnUninstall=false, releaseOnUninstall, cleanupOnUninstall",
        "redis.image=\"redis:8\", redis.image, profileDefaults.image",
        "labels.team=\"a\", labels, commonLabels",
        "annotations.team=\"a\", annotations, commonAnnotations",
    })
    void anOldNameOfAValueIsToldOfInOneLineThatNamesTheNewOne(String value, String old, String renamed) {
        assertThat(notes(value).lines().filter(line -> line.contains("old name")))
                .singleElement()
                .asString()
                .startsWith("Value " + old + " is the old name of " + renamed + ", which ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"reconcileIntervalSeconds=30", "labels={}", "redis.image=null"})
    void withoutAnOldNameNothingIsSaidOfOne(String value) {
        assertThat(notes(value)).doesNotContain("old name");
    }

    @ParameterizedTest
    @CsvSource({
        "cleanupOnUninstall=true, true",
        "cleanupOnUninstall=false, false",
        "releaseOnUninstall=false, false",
    })
    void whatIsTakenOutAtTheEndIsToldWhereItIs(String value, boolean told) {
        assertThat(notes(value).contains("are taken out before")).isEqualTo(told);
    }

    private String notes(String value) {
        List<String> arguments = new ArrayList<>(List.of("template", "cacheward", folder.toString()));
        arguments.addAll(Helm.CLUSTER);
        arguments.addAll(Helm.IMAGE);
        arguments.addAll(List.of("--set-json", value));
        Helm.Outcome outcome = Helm.run(arguments);
        assertThat(outcome.code()).as(outcome.errors()).isZero();
        return new Rendering(Rendering.parse(outcome.output()))
                .object("ConfigMap/notes")
                .at("/data/notes")
                .asText();
    }
}
