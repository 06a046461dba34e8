package dev.cacheward.cli.manifest;

import java.util.Map;

/** One object of a file. */
public final class Manifest {
    private final Map<?, ?> content;
    private final Positions positions;
    private final String prefix;

    /** @param prefix of the object's fields in its document: empty, or that of an item of a List */
    Manifest(Map<?, ?> content, Positions positions, String prefix) {
        this.content = content;
        this.positions = positions;
        this.prefix = prefix;
    }

    /** Returns the fields: maps with text keys, lists, texts, booleans, {@code Long}, {@code Double} and null. */
    public Map<?, ?> content() {
        return content;
    }

    /** Returns the text of a field at the top, such as {@code kind}; empty if it is none. */
    public String text(String field) {
        return content.get(field) instanceof String text ? text : "";
    }

    /** Returns the text of a field of the metadata, such as {@code name}; empty if it is none. */
    public String metadata(String field) {
        return content.get("metadata") instanceof Map<?, ?> metadata && metadata.get(field) instanceof String text
                ? text
                : "";
    }

    /**
     * Returns where a field stands, or the nearest field around it that stands somewhere.
     *
     * @param field such as {@code spec.ttls.users} or {@code spec.ttls[users]}; empty: the object itself
     */
    public Place place(String field) {
        return positions.of(prefix.isEmpty() ? field : field.isEmpty() ? prefix : prefix + "." + field);
    }
}
