package dev.cacheward.cli.diagnose.report;

import java.util.List;
import java.util.Optional;

/**
 * A sample of the keys.
 *
 * @param whole whether these are all keys
 * @param unreadable how many more are no text, so that they were not looked at
 * @param bytes that the sample takes, as far as the server says it
 */
public record Keys(
        int sampled,
        boolean whole,
        int unreadable,
        long bytes,
        int withoutTtl,
        List<Big> biggest,
        List<Prefix> prefixes) {
    /** Keeps copies. */
    public Keys {
        biggest = List.copyOf(biggest);
        prefixes = List.copyOf(prefixes);
    }

    /**
     * @param key shortened, and without characters that a terminal must not see
     * @param ttlSeconds empty if it does not expire
     */
    public record Big(String key, long bytes, Optional<Long> ttlSeconds) {}

    /**
     * The keys that begin alike.
     *
     * @param prefix up to the last colon, with a star behind it
     */
    public record Prefix(String prefix, int keys, int withoutTtl, long bytes) {}
}
