package dev.cacheward.cacheprofile.model;

import dev.cacheward.validation.Parsed;
import dev.cacheward.validation.Quote;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Parses {@code maxMemory}, which is a number of bytes or a share of the memory limit. */
public final class MaxMemory {
    private static final Pattern SHARE = Pattern.compile("[1-9][0-9]?%");
    private static final String VOLATILE_SHARE = "75%";
    /** A snapshot under writes needs the rest. In a test with 75 % such a server ran out of memory in a third of a second. */
    private static final String PERSISTENT_SHARE = "45%";

    /** Above this share of the limit a persistent server may be killed while it writes a snapshot. */
    private static final int RISKY_PERCENT = 60;

    /** Why persistence lowers what the spec does not name; follows the value. */
    public static final String DEFAULTS = " (where the spec does not name it, it is " + PERSISTENT_SHARE
            + " of resources.limits.memory with persistence, and " + VOLATILE_SHARE
            + " without: raise that limit too, or set maxMemory)";

    private static final long PARTS = 10;
    private static final long MOST_PARTS = 4;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final String ALLOWED = "allowed are a quantity such as 192Mi, and 1% to 99% of the memory limit";

    private MaxMemory() {}

    /** Returns the bytes for {@code maxmemory}, never above the memory limit. An empty spec gets a default share. */
    public static Parsed<Long> parse(Optional<String> spec, ResourceRequirements resources, boolean persistent) {
        String text = spec.orElse(persistent ? PERSISTENT_SHARE : VOLATILE_SHARE);
        Optional<BigDecimal> limit = limitBytes(resources);
        if (text.endsWith("%")) {
            return share(text, spec.isPresent(), limit);
        }
        return quantity(text)
                .map(bytes -> withinLimit(text, bytes, limit))
                .orElseGet(() -> new Parsed.Invalid<>(Quote.of(text) + " is no amount of memory: " + ALLOWED));
    }

    /** Whether a persistent server with this much data may be killed when it forks; false without a memory limit. */
    public static boolean risky(long maxMemory, ResourceRequirements resources) {
        return limitBytes(resources)
                .filter(limit -> BigDecimal.valueOf(maxMemory)
                                .multiply(HUNDRED)
                                .compareTo(limit.multiply(BigDecimal.valueOf(RISKY_PERCENT)))
                        > 0)
                .isPresent();
    }

    /**
     * Returns the bytes for {@code maxmemory-clients}: three quarters of what the memory limit leaves, but 10 % to 40 % of {@code
     * maxmemory}. So with the default limit a value of a tenth of {@code maxmemory} can be written, and read by two at once,
     * and a server that is full of keys that it cannot evict stays below the limit. With all of the rest it was killed.
     */
    public static long clients(long maxMemory, ResourceRequirements resources) {
        long least = Math.max(1, maxMemory / PARTS);
        long most = least * MOST_PARTS;
        return limitBytes(resources)
                .map(limit -> limit.subtract(BigDecimal.valueOf(maxMemory)).multiply(BigDecimal.valueOf(3)))
                .map(rest -> rest.divideToIntegralValue(BigDecimal.valueOf(4)).longValue())
                .map(rest -> Math.max(least, Math.min(most, rest)))
                .orElse(most);
    }

    private static Parsed<Long> share(String text, boolean spec, Optional<BigDecimal> limit) {
        if (!SHARE.matcher(text).matches()) {
            return new Parsed.Invalid<>(Quote.of(text) + " is not a share: " + ALLOWED);
        }
        if (limit.isEmpty()) {
            String what = spec ? Quote.of(text) : "the default, " + text + ",";
            return new Parsed.Invalid<>(
                    what + " needs a memory limit to be a share of: set resources.limits.memory, or a quantity here");
        }
        BigDecimal percent = new BigDecimal(text.substring(0, text.length() - 1));
        // A limit with a huge exponent is a number of that many digits: to divide it would practically never end.
        return limit.filter(MaxMemory::inRange)
                .map(most -> most.multiply(percent).divideToIntegralValue(HUNDRED))
                .filter(MaxMemory::inRange)
                .<Parsed<Long>>map(bytes -> new Parsed.Valid<>(bytes.longValue()))
                .orElseGet(() -> new Parsed.Invalid<>(Quote.of(text) + " of the memory limit is out of range: set"
                        + " resources.limits.memory to what the pod may use, such as 256Mi"));
    }

    private static Parsed<Long> withinLimit(String text, BigDecimal bytes, Optional<BigDecimal> limit) {
        if (!inRange(bytes)) {
            return new Parsed.Invalid<>(Quote.of(text) + " is out of range: " + ALLOWED);
        }
        if (limit.filter(most -> bytes.compareTo(most) > 0).isPresent()) {
            return new Parsed.Invalid<>(Quote.of(text) + " is above the memory limit of the pod, which would be killed"
                    + " before Redis evicts anything: " + ALLOWED);
        }
        return new Parsed.Valid<>(bytes.longValue());
    }

    /** Whether it is at least one byte, since Redis reads 0 as no limit, and fits into a long. */
    private static boolean inRange(BigDecimal bytes) {
        return bytes.compareTo(BigDecimal.ONE) >= 0 && bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
    }

    /** Returns the memory limit of a container; empty if it has none. */
    public static Optional<Quantity> limit(ResourceRequirements resources) {
        return Optional.ofNullable(resources.getLimits()).map(limits -> limits.get("memory"));
    }

    private static Optional<BigDecimal> limitBytes(ResourceRequirements resources) {
        return limit(resources).map(Quantity::getAmountInBytes);
    }

    private static Optional<BigDecimal> quantity(String text) {
        try {
            return Optional.of(Quantity.getAmountInBytes(new Quantity(text)));
        } catch (IllegalArgumentException notAQuantity) {
            return Optional.empty();
        }
    }
}
