package dev.cacheward.api.v1alpha1.schema;

import static dev.cacheward.api.v1alpha1.schema.Cases.isLike;
import static dev.cacheward.api.v1alpha1.schema.Cases.text;

/**
 * Says in CEL what somebody may have meant who wrote a text that is no TTL. The operator's parser knows more notations, for
 * {@code import} and {@code check}.
 */
final class TtlHint {
    /** A duration; also the empty text. */
    static final String DURATION = "^([0-9]{1,9}d)?([0-9]{1,9}h)?([0-9]{1,9}m)?([0-9]{1,9}s)?$";

    private static final String WRITTEN = "string(self)";
    private static final String NUMBER = WRITTEN + ".find('[0-9]+')";
    private static final String TIGHT = WRITTEN + ".lowerAscii().replace(' ', '')";

    /** Without the P and T of ISO 8601. */
    private static final String NO_ISO = TIGHT + ".replace('p', '').replace('t', '')";

    private static final String ISO_8601 = "p([0-9]{1,9}d)?(t([0-9]{1,9}h)?([0-9]{1,9}m)?([0-9]{1,9}s)?)?";

    private static final String TOO_LONG = text(": it is longer than 365d; write Never if entries are not to expire");

    private TtlHint() {}

    /** Returns an expression: {@code ": ..."}, or an empty text. */
    static String cel() {
        Cases cases = new Cases();
        words(cases);
        numbers(cases);
        notations(cases);
        units(cases);
        return cases.matches(
                        WRITTEN,
                        "([0-9]+[dhms])+",
                        text(": its units are not in the order d, h, m, s, each at most once"))
                .otherwise(text(""));
    }

    private static void words(Cases cases) {
        cases.matches(WRITTEN, "", text(": it is empty"))
                .matches(WRITTEN, "(never|none|forever|infinite|unlimited)", text(": write Never"))
                .matches(WRITTEN, "(disabled?|off|false)", text(": write Disabled"))
                .matches(WRITTEN, "-.*", text(": it is negative; write Never if entries are not to expire"));
    }

    private static void numbers(Cases cases) {
        cases.matches(
                        WRITTEN,
                        "(0+[dhms]?)+",
                        text(
                                ": 0 means 'do not cache' to some libraries and 'for ever' to others; write Disabled or Never"))
                .matches(WRITTEN, ".*[0-9]{10}.*", TOO_LONG)
                .when(isLike(WRITTEN, "[0-9]+ *d.*") + " && int(" + NUMBER + ") > 365", TOO_LONG)
                .when(isLike(WRITTEN, "[0-9]+") + " && int(" + NUMBER + ") > 31536000", TOO_LONG)
                .matches(
                        WRITTEN,
                        "[0-9]+",
                        text(": it has no unit; for seconds write ") + " + " + NUMBER + " + " + text("s"));
    }

    private static void notations(Cases cases) {
        cases.when(TIGHT + ".matches('" + DURATION + "')", text(": write ") + " + " + TIGHT)
                .matches(WRITTEN, ISO_8601, text(": write ") + " + " + NO_ISO);
    }

    private static void units(Cases cases) {
        unit(cases, "(secs?|seconds?)", "s");
        unit(cases, "(mins?|minutes?)", "m");
        unit(cases, "(hrs?|hours?)", "h");
        unit(cases, "days?", "d");
        for (int weeks = 1; weeks <= 4; weeks++) {
            cases.matches(
                    WRITTEN, weeks + " *(w|weeks?)", text(": write " + 7 * weeks + "d (there is no unit of weeks)"));
        }
        cases.matches(WRITTEN, "[0-9]+ *(w|weeks?)", text(": there is no unit of weeks; write 7d for 1w"))
                .matches(WRITTEN, "[1-9][0-9]*000 *ms", text(": write ") + " + " + TIGHT + ".replace('000ms', 's')")
                .matches(WRITTEN, "[0-9.]+ *ms", text(": the shortest TTL is 1s"))
                .matches(WRITTEN, "[0-9]+[.][0-9]+ *[a-z]+", text(": it has a fraction; write 1h30m for 1.5h"));
    }

    private static void unit(Cases cases, String words, String unit) {
        cases.matches(WRITTEN, "[0-9]{1,9} *" + words, text(": write ") + " + " + NUMBER + " + " + text(unit));
    }
}
