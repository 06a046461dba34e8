package dev.cacheward.cli.check.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.cacheward.cli.check.result.CheckResult;
import dev.cacheward.cli.check.result.Finding;
import dev.cacheward.cli.check.result.Level;
import dev.cacheward.cli.check.result.Rule;
import dev.cacheward.cli.manifest.Place;
import dev.cacheward.cli.terminal.TestTerminal;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;

/** The forms in which the result of a check is written. */
class ReportTest {
    private static final Path SARIF_SCHEMA = Path.of("src", "test", "resources", "sarif", "sarif-schema-2.1.0.json");

    private static final CheckResult RESULT = new CheckResult(
            List.of("a file.yaml", "-"),
            List.of(new CheckResult.Checked("a file.yaml", "CacheProfile shop")),
            3,
            List.of(
                    new Finding(
                            Level.ERROR,
                            Rule.SCHEMA,
                            new Place("a file.yaml", 5, 10),
                            Optional.of("CacheProfile shop"),
                            new Finding.Message("spec.a", "wrong: \"<\u0007\"", Optional.of("write b"))),
                    new Finding(
                            Level.WARNING,
                            Rule.ADVICE,
                            new Place("a file.yaml", 3, 1),
                            Optional.of("CacheProfile shop"),
                            new Finding.Message("", "perhaps", Optional.empty())),
                    new Finding(
                            Level.ERROR,
                            Rule.SYNTAX,
                            new Place("-", 1, 1),
                            Optional.empty(),
                            new Finding.Message("", "not YAML", Optional.empty()))));

    @Test
    void thePersonGetsALineForEachFindingWithoutControlCharacters() {
        assertThat(written(OutputFormat.TEXT, false)).isEqualTo("""
                        a file.yaml:5:10: error: CacheProfile shop: spec.a: wrong: "<\\u0007"
                            hint: write b
                        a file.yaml:3:1: warning: CacheProfile shop: perhaps
                        -:1:1: error: not YAML
                        1 resource checked in 2 files, 3 objects of other kinds ignored: 2 errors, 1 warning
                        """);
    }

    @Test
    void onAScreenLevelsHaveColours() {
        // Given
        TestTerminal screen = TestTerminal.screen(Map.of());

        // When
        OutputFormat.TEXT.report(screen.terminal(), false).write(RESULT);

        // Then
        assertThat(screen.out()).contains("\u001b[1;31merror\u001b[0m", "\u001b[33mwarning\u001b[0m");
    }

    @Test
    void aScriptGetsOneObject() throws Exception {
        // When
        JsonNode report = new ObjectMapper().readTree(written(OutputFormat.JSON, false));

        // Then
        assertThat(report.path("resources").asInt()).isEqualTo(1);
        assertThat(report.path("ignored").asInt()).isEqualTo(3);
        assertThat(report.path("errors").asInt()).isEqualTo(2);
        assertThat(report.path("warnings").asInt()).isEqualTo(1);
        assertThat(report.at("/findings/0").toString())
                .isEqualTo("{\"level\":\"error\",\"rule\":\"schema\",\"file\":\"a file.yaml\",\"line\":5,\"column\":10,"
                        + "\"resource\":\"CacheProfile shop\",\"field\":\"spec.a\",\"message\":\"wrong: \\\"<\\u0007\\\"\","
                        + "\"hint\":\"write b\"}");
    }

    @Test
    void codeHostsGetSarifThatItsSchemaAccepts() throws Exception {
        // When
        String sarif = written(OutputFormat.SARIF, false);

        // Then
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                        .getSchema(Files.readString(SARIF_SCHEMA), InputFormat.JSON)
                        .validate(sarif, InputFormat.JSON))
                .isEmpty();
        JsonNode result = new ObjectMapper().readTree(sarif).at("/runs/0/results/0");
        assertThat(result.path("ruleId").asText()).isEqualTo("schema");
        assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("a%20file.yaml");
        assertThat(result.at("/locations/0/physicalLocation/region/startLine").asInt())
                .isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({
        "./a/b.yaml, a/b.yaml",
        "/tmp/a b.yaml, file:///tmp/a%20b.yaml",
        "ä.yaml, %C3%A4.yaml",
        "a\\b.yaml, a/b.yaml"
    })
    void aFileIsNamedByAUri(String file, String uri) {
        assertThat(SarifReport.uri(file)).isEqualTo(uri);
    }

    @ParameterizedTest
    @CsvSource({"false, 1", "true, 2"})
    void everyCiSystemGetsACaseForEachResourceAndFile(boolean strict, int lines) throws Exception {
        // When
        Document xml = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(
                        written(OutputFormat.JUNIT, strict).getBytes(StandardCharsets.UTF_8)));

        // Then
        XPath path = XPathFactory.newInstance().newXPath();
        assertThat(path.evaluate("count(/testsuites/testsuite)", xml)).isEqualTo("2");
        assertThat(path.evaluate("//testsuite[@name='a file.yaml']/@failures", xml))
                .isEqualTo("1");
        assertThat(path.evaluate("//testcase[@name='CacheProfile shop']/failure/@type", xml))
                .isEqualTo("schema");
        assertThat(path.evaluate("//testcase[@name='CacheProfile shop']/failure", xml)
                        .lines())
                .hasSize(lines);
        assertThat(path.evaluate("//testsuite[@name='-']/testcase[@name='file']/failure/@message", xml))
                .isEqualTo("not YAML");
    }

    private static String written(OutputFormat format, boolean strict) {
        TestTerminal terminal = TestTerminal.create();
        format.report(terminal.terminal(), strict).write(RESULT);
        return terminal.out();
    }
}
