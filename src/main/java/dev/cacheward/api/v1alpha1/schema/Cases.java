package dev.cacheward.api.v1alpha1.schema;

/** Builds a CEL expression that gives the text of the first case that holds. */
final class Cases {
    private final StringBuilder cases = new StringBuilder();

    /** @param text a CEL expression, such as one of {@link #text} */
    Cases when(String condition, String text) {
        cases.append(condition).append(" ? ").append(text).append(" : ");
        return this;
    }

    /** Adds a case that holds if a text matches, whatever its letter case, and whatever blanks are around it. */
    Cases matches(String value, String pattern, String text) {
        return when(isLike(value, pattern), text);
    }

    /** Returns the whole expression. */
    String otherwise(String text) {
        return "(" + cases + text + ")";
    }

    /** Returns the condition that a text matches, whatever its letter case, and whatever blanks are around it. */
    static String isLike(String value, String pattern) {
        return value + ".matches('(?i)^\\\\s*" + pattern + "\\\\s*$')";
    }

    /** Returns a text as a literal. */
    static String text(String words) {
        return '"' + words + '"';
    }
}
