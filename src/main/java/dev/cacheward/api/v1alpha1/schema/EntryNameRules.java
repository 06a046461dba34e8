package dev.cacheward.api.v1alpha1.schema;

import static dev.cacheward.api.v1alpha1.schema.Cases.text;

/** Adds the rules for the names of TTLs and limits. Each message quotes a name that is wrong. */
final class EntryNameRules {
    private static final String ALLOWED = "1 to 63 lower case letters, digits and '_', a letter first";
    private static final String NAME = "name.matches('^[a-z][a-z0-9_]{0,62}$')";
    private static final String RESERVED = "name in ['enabled', 'mode', 'json', 'storage_uri']";

    private EntryNameRules() {}

    static void complete(SchemaAt map, String field) {
        map.names(NAME, "is not a name in " + field + ": allowed are " + ALLOWED, suggestion());
        map.names(
                "!(name in ['true', 'false'])",
                "cannot be a name in " + field
                        + ": YAML makes true and false from y, yes, on, n, no and off when these are not"
                        + " quoted; quote the name, or choose another");
        map.names(
                "!(" + RESERVED + ")",
                "cannot be a name in " + field + ": a key of that name is delivered already; choose another");
    }

    /** Suggests the words of a name in camelCase, in kebab-case or with blanks. */
    private static String suggestion() {
        return new Cases()
                .when(
                        "name.matches('^[A-Za-z][A-Za-z0-9 ._-]{0,39}$')",
                        text("; write ") + " + name.findAll('[A-Z]*[a-z0-9]+|[A-Z]+').join('_').lowerAscii()")
                .otherwise(text(""));
    }
}
