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

    /** The text as a message may show it: in single quotes, control characters as escapes. */
    static String show(String text) {
        return "'" + printable(text) + "'";
    }

    /** The text with control characters as escapes. */
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
