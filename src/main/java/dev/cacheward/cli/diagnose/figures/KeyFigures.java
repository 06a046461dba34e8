package dev.cacheward.cli.diagnose.figures;

import dev.cacheward.cli.diagnose.report.Keys;
import dev.cacheward.redis.client.inspect.KeySample;
import dev.cacheward.validation.Quote;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes a table of a sample of keys. */
public final class KeyFigures {
    private static final int MOST_BIG = 10;
    private static final int MOST_PREFIXES = 10;

    /** In characters. */
    private static final int LONGEST = 60;

    private static final String ELSE = "(no colon)";

    private KeyFigures() {}

    /** Returns the table of a sample. */
    public static Keys of(KeySample sample) {
        List<KeySample.Key> keys = sample.keys();
        return new Keys(
                keys.size(),
                sample.whole(),
                sample.unreadable(),
                bytes(keys),
                withoutTtl(keys),
                biggest(keys),
                prefixes(keys));
    }

    /** Returns the key as a terminal may show it. */
    static String shown(String key) {
        return Quote.printable(Quote.shortened(key, LONGEST));
    }

    /** Returns what a key has in common with others of its kind: all up to the last colon, with a star behind it. */
    public static String prefix(String key) {
        int border = key.lastIndexOf(':');
        return border < 0 ? ELSE : shown(key.substring(0, border + 1)) + "*";
    }

    private static List<Keys.Big> biggest(List<KeySample.Key> keys) {
        return keys.stream()
                .filter(key -> key.bytes().isPresent())
                .sorted(Comparator.comparing((KeySample.Key key) -> key.bytes().orElseThrow())
                        .reversed()
                        .thenComparing(KeySample.Key::name))
                .limit(MOST_BIG)
                .map(key -> new Keys.Big(
                        shown(key.name()),
                        key.bytes().orElseThrow(),
                        key.milliseconds().map(left -> left / 1000)))
                .toList();
    }

    /** Those first that have most keys without an expiry, and of equal ones those with most keys. */
    private static List<Keys.Prefix> prefixes(List<KeySample.Key> keys) {
        Map<String, List<KeySample.Key>> alike =
                keys.stream().collect(Collectors.groupingBy(key -> prefix(key.name())));
        return alike.entrySet().stream()
                .map(group -> new Keys.Prefix(
                        group.getKey(), group.getValue().size(), withoutTtl(group.getValue()), bytes(group.getValue())))
                .sorted(Comparator.comparingInt(Keys.Prefix::withoutTtl)
                        .thenComparingInt(Keys.Prefix::keys)
                        .reversed()
                        .thenComparing(Keys.Prefix::prefix))
                .limit(MOST_PREFIXES)
                .toList();
    }

    private static int withoutTtl(List<KeySample.Key> keys) {
        return (int) keys.stream().filter(key -> key.milliseconds().isEmpty()).count();
    }

    private static long bytes(List<KeySample.Key> keys) {
        return keys.stream().mapToLong(key -> key.bytes().orElse(0L)).sum();
    }
}
