package dev.cacheward.redis.conf;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Says which values a parameter takes, as far as a simple rule can; the server refuses the rest.
 *
 * @param rule {@code text} (anything), {@code memory}, {@code memory|percent}, {@code lowest..highest}, or words joined by
 *     {@code |}, of which some parameters take several
 */
record ParameterValue(String rule) {
    private static final Pattern RANGE = Pattern.compile("(-?\\d+)\\.\\.(-?\\d+)");
    private static final Pattern INTEGER = Pattern.compile("-?\\d{1,20}");
    private static final Pattern MEMORY = Pattern.compile("(?i)\\d{1,20}(b|k|kb|m|mb|g|gb)?");
    private static final Pattern PERCENT = Pattern.compile("\\d{1,3}%");

    /** Says what is allowed, to end a sentence such as "must be ..."; empty if the value is allowed. */
    Optional<String> violation(String value) {
        if (rule.equals("text")) {
            return Optional.empty();
        }
        if (rule.equals("memory")) {
            return allow(MEMORY.matcher(value).matches(), "a number of bytes such as 1048576, 64kb, 100mb or 1gb");
        }
        if (rule.equals("memory|percent")) {
            boolean ok =
                    MEMORY.matcher(value).matches() || PERCENT.matcher(value).matches();
            return allow(ok, "a number of bytes such as 100mb, or a percentage of maxmemory such as 10%");
        }
        return RANGE.matcher(rule).matches() ? integer(value) : words(value);
    }

    private Optional<String> integer(String value) {
        String[] bounds = rule.split("\\.\\.");
        boolean ok = INTEGER.matcher(value).matches()
                && new BigInteger(value).compareTo(new BigInteger(bounds[0])) >= 0
                && new BigInteger(value).compareTo(new BigInteger(bounds[1])) <= 0;
        return allow(ok, "a whole number from " + bounds[0] + " to " + bounds[1]);
    }

    private Optional<String> words(String value) {
        List<String> allowed = List.of(rule.split("\\|"));
        boolean ok =
                Arrays.stream(value.split(" ", -1)).allMatch(word -> allowed.contains(word.toLowerCase(Locale.ROOT)));
        return allow(ok, "one of " + String.join(", ", allowed));
    }

    private static Optional<String> allow(boolean ok, String allowed) {
        return ok ? Optional.empty() : Optional.of(allowed);
    }
}
