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
