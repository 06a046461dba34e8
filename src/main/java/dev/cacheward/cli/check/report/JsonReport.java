package dev.cacheward.cli.check.report;

import dev.cacheward.cli.check.result.CheckResult;
import dev.cacheward.cli.check.result.Finding;
import dev.cacheward.cli.check.result.Level;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** One object with all numbers and findings. Fields may be added to it, but none is taken away. */
record JsonReport(PrintStream out) implements Report {
    @Override
    public void write(CheckResult result) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("files", result.files());
        report.put("resources", result.resources().size());
        report.put("ignored", result.foreign());
        report.put("errors", result.count(Level.ERROR));
        report.put("warnings", result.count(Level.WARNING));
        report.put(
                "findings", result.findings().stream().map(JsonReport::finding).toList());
        out.println(json(report));
    }

    static String json(Object report) {
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(report);
    }

    private static Map<String, Object> finding(Finding finding) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("level", finding.level().word());
        fields.put("rule", finding.rule().id());
        fields.put("file", finding.place().file());
        fields.put("line", finding.place().line());
        fields.put("column", finding.place().column());
        finding.resource().ifPresent(name -> fields.put("resource", name));
        if (!finding.said().field().isEmpty()) {
            fields.put("field", finding.said().field());
        }
        fields.put("message", finding.said().text());
        finding.said().hint().ifPresent(hint -> fields.put("hint", hint));
        return fields;
    }
}
