package dev.cacheward.redis.conf;

/** Quoting for redis.conf, as the server's {@code sdssplitargs} reads it: between double quotes, only backslash escapes act. */
final class ConfQuoting {
    private ConfQuoting() {}

    /** The value between double quotes, so that it is one argument whatever it holds. */
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
