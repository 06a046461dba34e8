package dev.cacheward.cli.diff.report;

/**
 * A field with another value.
 *
 * @param field the path, such as {@code spec.ttls.query}
 * @param before empty if it is new
 * @param after empty if it goes
 */
public record FieldChange(String field, String before, String after) {
    /** Stands in the place of what must not be shown. */
    public static final String SECRET = "(secret)";
}
