package dev.cacheward.cli.imports.report;

import java.util.regex.Pattern;

/**
 * A line of the report.
 *
 * @param text the field that took the setting, or why it was not taken as it is
 * @param advice what the reader may do; empty if nothing is to be done
 * @param settings how many settings of the file the line speaks of, at least 1
 */
public record Entry(Item item, Outcome outcome, String text, String advice, int settings) {
    /** What stands before the host of a URL, wherever one was written by mistake. */
    private static final Pattern LOGIN = Pattern.compile("(?<=//).*(?=@|…)");

    /** Hides the login of each URL in the text: a message quotes what was written. */
    public Entry {
        text = LOGIN.matcher(text).replaceAll("<hidden>");
    }

    /** Returns the line for a person, without the outcome. */
    public String line() {
        String many = settings == 1 ? "" : " (" + settings + " settings)";
        return item + many + ": " + text + (advice.isEmpty() ? "" : ". " + advice) + ".";
    }
}
