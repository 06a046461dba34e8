package dev.cacheward.delivery;

import dev.cacheward.validation.Problem;
import dev.cacheward.validation.Quote;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Refuses keys that the API server refuses in a ConfigMap. */
final class ConfigMapKeys {
    private static final int LONGEST = 253;
    private static final Pattern KEY = Pattern.compile("(?!\\.$)(?!\\.\\.)[-._a-zA-Z0-9]+");

    private ConfigMapKeys() {}

    static List<Problem> check(Set<String> keys) {
        return keys.stream()
                .filter(key -> key.length() > LONGEST || !KEY.matcher(key).matches())
                .map(
                        key -> new Problem(
                                "key",
                                Quote.of(key) + " is no key of a ConfigMap: allowed are 1 to " + LONGEST
                                        + " letters, digits, '-', '_' and '.', and neither a '.' alone nor '..' at the beginning"))
                .toList();
    }
}
