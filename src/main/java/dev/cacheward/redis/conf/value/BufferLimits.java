package dev.cacheward.redis.conf.value;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The value of {@code client-output-buffer-limit}: four words for each class of connections. */
final class BufferLimits {
    private BufferLimits() {}

    /**
     * Returns the limits of all classes, in bytes.
     *
     * @param unset the limits of the classes that {@code value} does not name, in the order to print
     */
    static String canonical(String value, String unset) {
        Map<String, String> limits = new LinkedHashMap<>(byClass(unset));
        limits.putAll(byClass(value));
        return limits.entrySet().stream()
                .map(one -> one.getKey() + " " + one.getValue())
                .collect(Collectors.joining(" "));
    }

    private static Map<String, String> byClass(String value) {
        List<String> words = Arrays.asList(value.split(" "));
        Map<String, String> limits = new LinkedHashMap<>();
        for (int i = 0; i + 4 <= words.size(); i += 4) {
            limits.put(
                    oldName(words.get(i).toLowerCase(Locale.ROOT)),
                    bytes(words.get(i + 1)) + " " + bytes(words.get(i + 2)) + " " + new BigInteger(words.get(i + 3)));
        }
        return limits;
    }

    private static String oldName(String connections) {
        return connections.equals("replica") ? "slave" : connections;
    }

    private static String bytes(String amount) {
        return Memory.bytes(amount).map(BigInteger::toString).orElse(amount);
    }
}
