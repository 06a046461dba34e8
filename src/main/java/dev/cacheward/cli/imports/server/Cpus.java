package dev.cacheward.cli.imports.server;

import java.math.BigDecimal;
import java.util.Optional;

/** Amounts of CPU, as Docker and Kubernetes write them. */
public final class Cpus {
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private Cpus() {}

    /** Reads {@code 0.5} or {@code 500m} and returns a quantity of Kubernetes; empty for other texts and for 0. */
    public static Optional<String> quantity(String text) {
        String plain = text.strip();
        if (!plain.matches("[0-9]{1,6}(\\.[0-9]{1,9})?|[0-9]{1,9}m")) {
            return Optional.empty();
        }
        long millis = millis(plain);
        if (millis == 0) {
            return Optional.empty();
        }
        return Optional.of(millis % 1000 == 0 ? String.valueOf(millis / 1000) : millis + "m");
    }

    static long millis(String quantity) {
        return quantity.endsWith("m")
                ? Long.parseLong(quantity.substring(0, quantity.length() - 1))
                : new BigDecimal(quantity).multiply(THOUSAND).longValue();
    }
}
