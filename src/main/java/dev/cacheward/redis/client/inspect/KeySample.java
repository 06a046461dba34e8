package dev.cacheward.redis.client.inspect;

import java.util.List;
import java.util.Optional;

/**
 * Some keys of a server. SCAN goes through them in an order that has nothing to do with their names or sizes.
 *
 * @param whole whether these are all keys
 * @param unreadable how many more were met that are no text in UTF-8, so that they could not be asked about
 */
public record KeySample(List<Key> keys, boolean whole, int unreadable) {
    /** Keeps a copy. */
    public KeySample {
        keys = List.copyOf(keys);
    }

    /**
     * A key.
     *
     * @param name as it is, also with characters that a terminal must not see
     * @param bytes what it takes with its value, as the server estimates it; empty if the server does not say
     * @param milliseconds until it expires; empty if it does not
     */
    public record Key(String name, Optional<Long> bytes, Optional<Long> milliseconds) {}
}
