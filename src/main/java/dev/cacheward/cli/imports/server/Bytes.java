package dev.cacheward.cli.imports.server;

import dev.cacheward.redis.conf.value.ParameterValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Amounts of memory, as Redis, Docker and Kubernetes write them. */
public final class Bytes {
    private static final ParameterValue REDIS = new ParameterValue("memory 0..9223372036854775807");
    private static final long KIBI = 1L << 10;
    private static final long MEBI = 1L << 20;
    private static final long GIBI = 1L << 30;
    /** Docker's units are powers of 1024, whether an {@code i} or a {@code b} follows or not. */
    private static final Map<String, Long> DOCKER = Map.of("", 1L, "k", KIBI, "m", MEBI, "g", GIBI, "t", GIBI * KIBI);

    private static final Map<String, BigDecimal> KUBERNETES = Map.of(
            "", BigDecimal.ONE,
            "k", BigDecimal.valueOf(1000),
            "M", BigDecimal.valueOf(1000_000),
            "G", BigDecimal.valueOf(1000_000_000),
            "Ki", BigDecimal.valueOf(KIBI),
            "Mi", BigDecimal.valueOf(MEBI),
            "Gi", BigDecimal.valueOf(GIBI),
            "Ti", BigDecimal.valueOf(GIBI * KIBI));

    private Bytes() {}

    /** Reads {@code 256mb} as a server does; empty for what no server takes. */
    public static Optional<Long> redis(String text) {
        return REDIS.violation(text).isEmpty()
                ? Optional.of(new BigInteger(REDIS.canonical(text, "0")).longValueExact())
                : Optional.empty();
    }

    /** Reads {@code 512m} or {@code 1GiB} as Docker does. */
    public static Optional<Long> docker(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        String digits = lower.replaceFirst("[^0-9.].*", "");
        String unit = lower.substring(digits.length()).strip().replaceFirst("i?b$", "");
        return amount(digits, Optional.ofNullable(DOCKER.get(unit)).map(BigDecimal::valueOf));
    }

    /** Reads a quantity of Kubernetes. */
    public static Optional<Long> kubernetes(String text) {
        String digits = text.strip().replaceFirst("[^0-9.].*", "");
        return amount(digits, Optional.ofNullable(KUBERNETES.get(text.strip().substring(digits.length()))));
    }

    private static Optional<Long> amount(String digits, Optional<BigDecimal> unit) {
        return digits.matches("[0-9]{1,12}(\\.[0-9]{1,6})?")
                ? unit.map(factor -> new BigDecimal(digits).multiply(factor).longValue())
                        .filter(bytes -> bytes > 0)
                : Optional.empty();
    }

    /** Returns a quantity of Kubernetes in the largest unit that is exact. */
    public static String quantity(long bytes) {
        if (bytes % GIBI == 0) {
            return bytes / GIBI + "Gi";
        }
        if (bytes % MEBI == 0) {
            return bytes / MEBI + "Mi";
        }
        return bytes % KIBI == 0 ? bytes / KIBI + "Ki" : String.valueOf(bytes);
    }

    /** Returns the next whole number of mebibytes. */
    static long upToMebi(long bytes) {
        return (bytes + MEBI - 1) / MEBI * MEBI;
    }
}
