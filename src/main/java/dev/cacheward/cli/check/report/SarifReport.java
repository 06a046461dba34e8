package dev.cacheward.cli.check.report;

import dev.cacheward.cli.check.result.CheckResult;
import dev.cacheward.cli.check.result.Finding;
import dev.cacheward.cli.check.result.Rule;
import dev.cacheward.cli.manifest.Place;
import java.io.PrintStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** SARIF 2.1.0 (OASIS), which code hosts show beside the lines of a change. */
record SarifReport(PrintStream out) implements Report {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    @Override
    public void write(CheckResult result) {
        Map<String, Object> driver = new LinkedHashMap<>();
        driver.put("name", "cacheward");
        version().ifPresent(version -> driver.put("version", version));
        driver.put("rules", Stream.of(Rule.values()).map(SarifReport::rule).toList());
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("tool", Map.of("driver", driver));
        run.put("columnKind", "unicodeCodePoints");
        run.put("results", result.findings().stream().map(SarifReport::finding).toList());
        Map<String, Object> log = new LinkedHashMap<>();
        log.put("$schema", SCHEMA);
        log.put("version", "2.1.0");
        log.put("runs", List.of(run));
        out.println(JsonReport.json(log));
    }

    private static Optional<String> version() {
        return Optional.ofNullable(SarifReport.class.getPackage().getImplementationVersion());
    }

    private static Map<String, Object> rule(Rule rule) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", rule.id());
        fields.put("shortDescription", Map.of("text", rule.about()));
        return fields;
    }

    private static Map<String, Object> finding(Finding finding) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("ruleId", finding.rule().id());
        fields.put("ruleIndex", finding.rule().ordinal());
        fields.put("level", finding.level().word());
        String text = finding.resource().map(name -> name + ": ").orElse("")
                + finding.said().withField();
        fields.put(
                "message",
                Map.of(
                        "text",
                        finding.said()
                                .hint()
                                .map(hint -> text + " (hint: " + hint + ")")
                                .orElse(text)));
        fields.put("locations", List.of(Map.of("physicalLocation", location(finding.place()))));
        return fields;
    }

    private static Map<String, Object> location(Place place) {
        Map<String, Object> region = new LinkedHashMap<>();
        region.put("startLine", place.line());
        region.put("startColumn", place.column());
        Map<String, Object> location = new LinkedHashMap<>();
        location.put("artifactLocation", Map.of("uri", uri(place.file())));
        location.put("region", region);
        return location;
    }

    /** A relative name stays relative: code hosts look below the root of the repository. */
    static String uri(String file) {
        String path = file.replace('\\', '/').replaceFirst("^\\./", "");
        try {
            return new URI(path.startsWith("/") ? "file" : null, path.startsWith("/") ? "" : null, path, null)
                    .toASCIIString();
        } catch (URISyntaxException odd) {
            return "unnamed";
        }
    }
}
