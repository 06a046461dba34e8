package dev.cacheward.cli.imports.resource;

import dev.cacheward.cli.imports.report.Entry;
import dev.cacheward.cli.imports.report.Ledger;
import dev.cacheward.cli.imports.report.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** Writes resources as YAML. What was not taken over as it is stands above them as comments. */
public final class ResourceYaml {
    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
            .enable(YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .disable(YAMLWriteFeature.SPLIT_LINES)
            .build();

    private ResourceYaml() {}

    /** @param resources as trees, in their order */
    public static String of(List<Map<String, Object>> resources, Ledger ledger) {
        List<String> documents = new ArrayList<>();
        for (Map<String, Object> resource : resources) {
            documents.add(MAPPER.writeValueAsString(resource));
        }
        return comments(ledger) + String.join("---\n", documents);
    }

    private static String comments(Ledger ledger) {
        StringBuilder comments = new StringBuilder();
        ledger.notes().forEach(note -> comments.append(comment(note)));
        section(comments, "Not taken over:", ledger.with(Outcome.LEFT));
        section(comments, "Taken over in another form:", ledger.with(Outcome.CHANGED));
        return comments.toString();
    }

    private static void section(StringBuilder comments, String title, List<Entry> entries) {
        if (!entries.isEmpty()) {
            comments.append(comment(title));
            entries.forEach(entry -> comments.append(comment("  " + entry.line())));
        }
    }

    private static String comment(String text) {
        return "# " + text + "\n";
    }
}
