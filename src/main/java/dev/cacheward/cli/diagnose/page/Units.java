package dev.cacheward.cli.diagnose.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes numbers as a person reads them. */
final class Units {
    private static final double STEP = 1024;
    private static final double THOUSAND = 1000;
    private static final int PERCENT = 100;
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final List<String> BYTES = List.of("B", "KiB", "MiB", "GiB", "TiB");

    private Units() {}

    /** Returns such as {@code 49.2 MiB}. */
    static String bytes(long bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= STEP && unit < BYTES.size() - 1) {
            value /= STEP;
            unit++;
        }
        return (unit == 0 ? String.valueOf(bytes) : decimal(value)) + " " + BYTES.get(unit);
    }

    /** Returns such as {@code 1.5 ms}. */
    static String micros(double micros) {
        if (micros < THOUSAND) {
            return decimal(micros) + " µs";
        }
        double millis = micros / THOUSAND;
        return millis < THOUSAND ? decimal(millis) + " ms" : decimal(millis / THOUSAND) + " s";
    }

    /** Returns such as {@code 3d4h}, the two largest parts. */
    static String age(long seconds) {
        if (seconds < MINUTE) {
            return seconds + "s";
        }
        if (seconds < HOUR) {
            return parts(seconds / MINUTE, "m", seconds % MINUTE, "s");
        }
        return seconds < DAY
                ? parts(seconds / HOUR, "h", seconds % HOUR / MINUTE, "m")
                : parts(seconds / DAY, "d", seconds % DAY / HOUR, "h");
    }

    private static String parts(long large, String unit, long small, String smaller) {
        return large + unit + (small == 0 ? "" : small + smaller);
    }

    /** Returns such as {@code 12,345}. */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Returns such as {@code 93.1%}. */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", share * PERCENT).replace(".0%", "%");
    }

    /** Returns such as {@code 93.1%}, or other words. */
    static String percent(Optional<Double> share, String without) {
        return share.map(Units::percent).orElse(without);
    }

    static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
