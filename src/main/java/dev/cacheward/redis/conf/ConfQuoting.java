package dev.cacheward.redis.conf;

/**
 * Quotes values for redis.conf, as the server's {@code sdssplitargs} reads them: between double quotes, only backslash escapes
 * have a meaning.
 */
final class ConfQuoting {
    private ConfQuoting() {}

    /** Puts the value in double quotes, so that the server reads it as one argument. */
    static String quote(String value) {
        StringBuilder out = new StringBuilder("\"");
        value.codePoints().forEach(c -> out.append(escape(c)));
        return out.append('"').toString();
    }

    /** Returns the text for a message: in single quotes, with control characters as escapes. */
    static String show(String text) {
        return "'" + printable(text) + "'";
    }

    /** Returns the text with control characters as escapes. */
    static String printable(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            String beyondAscii = c > 0x7F ? String.format("\\u%04x", c) : escape(c);
            out.append(Character.isISOControl(c) ? beyondAscii : Character.toString(c));
        });
        return out.toString();
    }

    private static String escape(int codePoint) {
        return switch (codePoint) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default ->
                Character.isISOControl(codePoint) ? String.format("\\x%02x", codePoint) : Character.toString(codePoint);
        };
    }
}
