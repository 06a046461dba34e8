package dev.cacheward.cli.imports.draft;

import java.util.Locale;
import java.util.Set;

/** Makes the name of a TTL or a limit of what a file calls it. */
final class EntryName {
    static final String RULE =
            "1 to 63 lower case letters, digits and '_', a letter first, and some words are reserved";

    private static final int LONGEST = 63;
    private static final Set<String> RESERVED = Set.of("true", "false", "enabled", "mode", "json", "storage_uri");

    private EntryName() {}

    /** Returns a valid name; an empty text if nothing is left of the file's. */
    static String of(String text) {
        String words = text.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^[_0-9]+|_+$", "");
        String name = words.length() > LONGEST ? words.substring(0, LONGEST) : words;
        return RESERVED.contains(name) ? name + "_entry" : name;
    }
}
