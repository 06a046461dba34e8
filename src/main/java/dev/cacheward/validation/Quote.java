package dev.cacheward.validation;

/** Quotes values in a message that is read on one line of a terminal. */
public final class Quote {
    /** Stands in the place of the rest of a text that was cut. */
    public static final String ELLIPSIS = "…";

    /** In characters. This is enough to recognise any value; a longer quotation would push the explanation out of sight. */
    private static final int LONGEST = 80;

    /** Letters and marks that show nothing. */
    private static final String FILLERS = "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0";

    private Quote() {}

    /** Puts what a person wrote in double quotes; the result is printable, and shortened when it is long. */
    public static String of(String text) {
        boolean cut = text.codePointCount(0, text.length()) > LONGEST;
        return cut ? whole(text.substring(0, text.offsetByCodePoints(0, LONGEST)) + ELLIPSIS) : whole(text);
    }

    /** A name or another text of bounded length, in double quotes; printable. */
    public static String whole(String text) {
        return '"' + printable(text) + '"';
    }

    /**
     * The text with every character that a person does not see as {@code \}{@code u000a}: controls, line separators, and those
     * that are invisible or change the direction of writing. All text that somebody else wrote goes through this before it
     * comes into a condition, an Event or the log. A second time changes nothing.
     */
    public static String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().forEach(character -> append(printable, character));
        return printable.toString();
    }

    /** The text, or that many chars of its beginning and an ellipsis. */
    public static String shortened(String text, int chars) {
        return text.length() <= chars ? text : beginning(text, chars) + ELLIPSIS;
    }

    /** Returns the text, or its first {@code chars} chars; a surrogate pair is never split. */
    public static String beginning(String text, int chars) {
        if (text.length() <= chars) {
            return text;
        }
        boolean splitsPair = Character.isHighSurrogate(text.charAt(chars - 1));
        return text.substring(0, splitsPair ? chars - 1 : chars);
    }

    private static void append(StringBuilder printable, int character) {
        if (isSeen(character)) {
            printable.appendCodePoint(character);
        } else {
            for (char half : Character.toChars(character)) {
                printable.append(String.format("\\u%04x", (int) half));
            }
        }
    }

    private static boolean isSeen(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> false;
            default -> FILLERS.indexOf(character) < 0;
        };
    }
}
