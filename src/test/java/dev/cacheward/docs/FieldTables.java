package dev.cacheward.docs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cacheward.api.v1alpha1.CrdSchemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Writes the tables of all fields into a Markdown text, from the committed CRDs, so that neither can lie about the other. */
public final class FieldTables {
    private static final Pattern MARKED =
            Pattern.compile("(<!-- fields:(\\w+) -->\\R).*?(<!-- /fields -->)", Pattern.DOTALL);

    /** A description ends with the default that the operator takes where the CRD has none. */
    private static final Pattern DEFAULT = Pattern.compile("(.*?) ?Default: (.+)\\.", Pattern.DOTALL);

    /** Kubernetes' own types are described there. */
    private static final Set<String> EMBEDDED =
            Set.of("affinity", "tolerations", "topologySpreadConstraints", "imagePullSecrets", "networkPolicy.from");

    private FieldTables() {}

    /** The text with the table of each kind between {@code <!-- fields:Kind -->} and {@code <!-- /fields -->}. */
    public static String fill(String markdown) {
        return MARKED.matcher(markdown)
                .replaceAll(part -> Matcher.quoteReplacement(part.group(1) + table(part.group(2)) + part.group(3)));
    }

    private static String table(String kind) {
        List<String> lines =
                new ArrayList<>(List.of("| field | type | default | meaning |", "| --- | --- | --- | --- |"));
        JsonNode schema = CrdSchemas.byKind().get(kind);
        addFields("spec", schema.at("/properties/spec"), lines);
        addFields("status", schema.at("/properties/status"), lines);
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static void addFields(String path, JsonNode schema, List<String> lines) {
        Set<String> required = new TreeSet<>(texts(schema.path("required")));
        schema.path("properties").properties().forEach(field -> {
            String below = path + "." + field.getKey();
            lines.add(row(below, field.getValue(), required.contains(field.getKey())));
            if (EMBEDDED.stream().noneMatch(below::endsWith)) {
                addFields(below, field.getValue(), lines);
                addFields(below + "[]", field.getValue().path("items"), lines);
            }
        });
    }

    private static String row(String path, JsonNode schema, boolean required) {
        String description = schema.path("description").asText();
        Matcher said = DEFAULT.matcher(description);
        String standard = schema.has("default") ? "`" + schema.get("default").asText() + "`" : "";
        if (standard.isEmpty() && said.matches()) {
            return "| `%s` | %s | %s | %s |".formatted(path, type(schema), cell(said.group(2)), cell(said.group(1)));
        }
        return "| `%s` | %s | %s | %s |"
                .formatted(path, type(schema), required ? "required" : standard, cell(description));
    }

    private static String type(JsonNode schema) {
        if (schema.has("enum")) {
            return texts(schema.get("enum")).stream()
                    .map(value -> "`" + value + "`")
                    .collect(Collectors.joining(", "));
        }
        if (schema.has("items")) {
            return "list of " + type(schema.get("items"));
        }
        if (schema.has("additionalProperties")) {
            return "map to " + type(schema.get("additionalProperties"));
        }
        boolean quantity = schema.path("x-kubernetes-validations").toString().contains("isQuantity(string(self))");
        return quantity ? "quantity" : schema.path("type").asText("string");
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;");
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
