package dev.cacheward.cli.terminal;

/** How a text stands out on a terminal, by what it means. */
public enum Style {
    /** A heading. */
    HEADING("1"),
    /** What matters least. */
    FAINT("2"),
    /** All is well. */
    GOOD("32"),
    /** Something may need attention. */
    WARNING("33"),
    /** Something is wrong. */
    BAD("1;31");

    private final String code;

    Style(String code) {
        this.code = code;
    }

    /** Returns the text between the escape sequences (ECMA-48, SGR) that begin and end this style. */
    String paint(String text) {
        return "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
