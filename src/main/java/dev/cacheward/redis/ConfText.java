package dev.cacheward.redis;

/** Quoting for redis.conf, as the server's {@code sdssplitargs} reads it: between double quotes, only backslash escapes act. */
final class ConfText {
    private ConfText() {}

    /** The value between double quotes, so that it is one argument whatever it holds. */
    static String quote(String value) {
        StringBuilder out = new StringBuilder("\"");
        value.codePoints().forEach(c -> out.append(escape(c)));
        return out.append('"').toString();
    }

    /** The value as a message may show it: in single quotes, control characters as escapes. */
    static String show(String value) {
        StringBuilder out = new StringBuilder("'");
        value.codePoints().forEach(c -> out.append(Character.isISOControl(c) ? escape(c) : Character.toString(c)));
        return out.append('\'').toString();
    }

    private static String escape(int codePoint) {
        return switch (codePoint) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default ->
                codePoint < ' ' || codePoint == 0x7F
                        ? String.format("\\x%02x", codePoint)
                        : Character.toString(codePoint);
        };
    }
}
