package dev.cacheward.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The manifests for those without Helm are the chart's, with its defaults. {@code -Dgolden.update=true} renders them anew. */
class PlainManifestsTest {
    private static final Path FOLDER = Path.of("helm", "manifests");
    private static final Path MANIFESTS = FOLDER.resolve("cacheward.yaml");
    private static final String HEADER = """
            # Rendered from helm/cacheward. To render anew:
            # mvn -q test -Dtest=PlainManifestsTest -Dgolden.update=true
            """;

    @BeforeEach
    void helm() {
        Helm.demand();
    }

    @Test
    void theyAreWhatTheChartRenders() throws IOException {
        // Given
        String rendered = HEADER + Helm.template(List.of("--no-hooks")).output();
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(MANIFESTS, rendered);
        }

        // Then
        assertThat(Files.readString(MANIFESTS))
                .as("stale; run: mvn -q test -Dtest=PlainManifestsTest -Dgolden.update=true")
                .isEqualTo(rendered);
    }

    @Test
    void nothingInThemIsHelms() throws IOException {
        assertThat(Rendering.parse(Files.readString(MANIFESTS)))
                .isNotEmpty()
                .allSatisfy(object -> assertThat(object.at("/metadata").toString())
                        .doesNotContain("app.kubernetes.io/managed-by", "helm.sh/chart", "helm.sh/hook"));
    }

    @Test
    void theirNamespaceIsTheOneThatIsMade() throws IOException {
        // Given
        JsonNode namespace = Rendering.parse(Files.readString(FOLDER.resolve("namespace.yaml")))
                .get(0);

        // Then
        Rendering manifests = new Rendering(Rendering.parse(Files.readString(MANIFESTS)));
        assertThat(manifests
                        .object("Deployment/cacheward")
                        .at("/metadata/namespace")
                        .asText())
                .isEqualTo(namespace.at("/metadata/name").asText());
    }
}
