package dev.cacheward.redis.conf.value;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads an amount of memory as the server's {@code memtoull} does. */
final class Memory {
    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,20})(b|k|kb|m|mb|g|gb)?", Pattern.CASE_INSENSITIVE);
    private static final Map<String, Long> UNITS = Map.of(
            "",
            1L,
            "b",
            1L,
            "k",
            1000L,
            "kb",
            1L << 10,
            "m",
            1000_000L,
            "mb",
            1L << 20,
            "g",
            1000_000_000L,
            "gb",
            1L << 30);
    private static final BigInteger HIGHEST = BigInteger.valueOf(Long.MAX_VALUE);

    private Memory() {}

    /** Returns the number of bytes; empty if the text is no amount, or more than 2^63-1 bytes. */
    static Optional<BigInteger> bytes(String text) {
        Matcher amount = AMOUNT.matcher(text);
        if (!amount.matches()) {
            return Optional.empty();
        }
        String unit = Optional.ofNullable(amount.group(2)).orElse("").toLowerCase(Locale.ROOT);
        return Optional.of(new BigInteger(amount.group(1)).multiply(BigInteger.valueOf(UNITS.get(unit))))
                .filter(bytes -> bytes.compareTo(HIGHEST) <= 0);
    }
}
