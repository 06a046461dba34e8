package dev.cacheward.validation;

/** Quotes what a person wrote, for a message that is read on one line of a terminal. */
public final class Quote {
    /** In characters. This is enough to recognise any value; a longer quotation would push the explanation out of sight. */
    private static final int LONGEST = 80;

    private Quote() {}

    /**
     * Puts the text in double quotes, writes control characters as {@code \}{@code u000a}, and shortens a long text with "…".
     */
    public static String of(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().limit(LONGEST).forEach(character -> append(quoted, character));
        boolean cut = text.codePointCount(0, text.length()) > LONGEST;
        return quoted.append(cut ? "…\"" : "\"").toString();
    }

    /** Returns the text, or its first {@code chars} chars; a surrogate pair is never split. */
    public static String beginning(String text, int chars) {
        if (text.length() <= chars) {
            return text;
        }
        boolean splitsPair = Character.isHighSurrogate(text.charAt(chars - 1));
        return text.substring(0, splitsPair ? chars - 1 : chars);
    }

    private static void append(StringBuilder quoted, int character) {
        if (Character.isISOControl(character)) {
            quoted.append(String.format("\\u%04x", character));
        } else {
            quoted.appendCodePoint(character);
        }
    }
}
