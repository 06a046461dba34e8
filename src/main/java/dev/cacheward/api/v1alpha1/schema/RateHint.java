package dev.cacheward.api.v1alpha1.schema;

import static dev.cacheward.api.v1alpha1.schema.Cases.text;

/**
 * Says in CEL what somebody may have meant who wrote a text that is no rate limit. Of several rates it cannot say which one is
 * wrong; {@code check} and the operator's parser can.
 */
final class RateHint {
    private static final String WRITTEN = "string(self)";
    private static final String CALLS = WRITTEN + ".find('[0-9]+')";

    /** The multiple of the window, if there is one. */
    private static final String MULTIPLE = WRITTEN + ".find('[0-9]+\\\\s*[A-Za-z]+\\\\s*$').find('[0-9]+')";

    private static final String PER = "\\\\s*(/|per|an?|each)\\\\s*";
    private static final String UNLIMITED = "to lift a limit, leave its entry out";

    private RateHint() {}

    /** Returns an expression: {@code ": ..."}, or an empty text. */
    static String cel() {
        Cases cases = new Cases();
        form(cases);
        numbers(cases);
        unit(cases, "(s|secs?|seconds?)", "second");
        unit(cases, "(m|mins?|minutes?)", "minute");
        unit(cases, "(h|hrs?|hours?)", "hour");
        unit(cases, "(d|days?)", "day");
        noUnit(cases, "(w|weeks?)", 7, "weeks");
        noUnit(cases, "(mo|mons?|months?)", 30, "months");
        noUnit(cases, "(y|yrs?|years?)", 365, "years");
        return cases.matches(
                        WRITTEN,
                        ".*;.*",
                        text(": one of its rates is not of the form N/unit, with the unit written out"))
                .otherwise(text(": it is not of the form N/unit"));
    }

    private static void form(Cases cases) {
        cases.matches(WRITTEN, "", text(": it is empty; " + UNLIMITED))
                .when(WRITTEN + ".matches('(^|;)\\\\s*(;|$)')", text(": a rate beside a ';' is empty"))
                .matches(WRITTEN, "-.*", text(": it is negative; " + UNLIMITED))
                .matches(WRITTEN, "(unlimited|none|never|off|disabled?|infinite|false)", text(": " + UNLIMITED))
                .matches(WRITTEN, ".*[a-z]\\\\s*[,|]\\\\s*[0-9].*", text(": rates are joined by ';'"))
                .matches(WRITTEN, "([^;]*;){4}.*", text(": it has more than four rates"));
    }

    private static void numbers(Cases cases) {
        cases.when(
                        WRITTEN + ".matches('(^|[^0-9.])0+([^0-9.]|$)')",
                        text(": 0 is no rate, some libraries let nothing through and others everything; " + UNLIMITED))
                .matches(WRITTEN, ".*[0-9]{10}.*", text(": a number has at most 9 digits"))
                .matches(
                        WRITTEN,
                        "[0-9]+",
                        text(": it names no window; write ") + " + " + CALLS + " + " + text("/second, ") + " + " + CALLS
                                + " + " + text("/minute, ") + " + " + CALLS + " + " + text("/hour or ") + " + " + CALLS
                                + " + " + text("/day"))
                .matches(
                        WRITTEN,
                        ".*[0-9][.][0-9].*",
                        text(": its numbers have to be whole; write 3 per 2 minutes for 1.5/minute"));
    }

    private static void unit(Cases cases, String words, String unit) {
        cases.matches(
                        WRITTEN,
                        "[0-9]+" + PER + "(0*1\\\\s*)?" + words,
                        text(": write ") + " + " + CALLS + " + " + text("/" + unit))
                .matches(
                        WRITTEN,
                        "[0-9]+" + PER + "[0-9]+\\\\s*" + words,
                        text(": write ") + " + " + CALLS + " + " + text(" per ") + " + " + MULTIPLE + " + "
                                + text(" " + unit + "s"));
    }

    private static void noUnit(Cases cases, String words, int days, String which) {
        cases.matches(
                WRITTEN,
                "[0-9]+" + PER + "(0*1\\\\s*)?" + words,
                text(": there is no unit of " + which + ", whose window differs between libraries; write ") + " + "
                        + CALLS + " + " + text(" per " + days + " days"));
    }
}
