package dev.cacheward.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/**
 * One verb on one resource.
 *
 * @param group empty for the core API
 * @param resource with {@code /} and the subresource, if it is one
 */
record Right(String group, String resource, String verb) {
    /** What a rule of a role grants. */
    static Stream<Right> granted(JsonNode rule) {
        return Rendering.texts(rule.at("/apiGroups")).stream()
                .flatMap(group -> Rendering.texts(rule.at("/resources")).stream()
                        .flatMap(resource -> Rendering.texts(rule.at("/verbs")).stream()
                                .map(verb -> new Right(group, resource, verb))));
    }

    /** What a row of a table names: resources with their group in parentheses, and verbs, both joined by commas. */
    static Stream<Right> told(List<String> row) {
        String named = row.get(0).replace("`", "");
        String group = named.contains("(") ? named.replaceAll(".*\\((.*)\\)", "$1") : "";
        return Stream.of(named.replaceAll(" \\(.*", "").split(", "))
                .flatMap(resource -> Stream.of(row.get(1).split(", ")).map(verb -> new Right(group, resource, verb)));
    }

    /** Another verb on the same resource. */
    Right to(String other) {
        return new Right(group, resource, other);
    }

    @Override
    public String toString() {
        return verb + " " + resource + (group.isEmpty() ? "" : " (" + group + ")");
    }
}
