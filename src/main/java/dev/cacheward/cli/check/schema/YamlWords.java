package dev.cacheward.cli.check.schema;

import java.util.Map;
import java.util.Optional;

/** Tells authors of YAML why a word of theirs is no text. */
final class YamlWords {
    private YamlWords() {}

    /** Returns a hint where a boolean stands in the place of any text; a choice has its own words. */
    static Optional<String> hint(Map<?, ?> schema, Object value) {
        boolean text =
                "string".equals(schema.get("type")) || Boolean.TRUE.equals(schema.get("x-kubernetes-int-or-string"));
        return text && value instanceof Boolean && !schema.containsKey("enum")
                ? Optional.of("write it in quotes: YAML makes true of yes, on and true, and false of no, off and false")
                : Optional.empty();
    }
}
