package dev.cacheward.cacheprofile.model.hygiene;

import dev.cacheward.delivery.value.Ttl;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/**
 * How long the keys of one prefix may live.
 *
 * @param prefix as the spec has it
 * @param ttlName the name in {@code spec.ttls}
 */
public record KeyspaceRule(String prefix, String ttlName, Ttl ttl) {
    /** An application may round a time up. */
    private static final Duration ROUNDING = Duration.ofSeconds(1);

    /**
     * Sorts the keys of a sample.
     *
     * @param millis how long each still lives; negative for a key that never expires
     */
    public KeyCounts count(List<Long> millis) {
        OptionalLong longest = longestMillis();
        long never =
                longest.isEmpty() ? 0 : millis.stream().filter(life -> life < 0).count();
        long tooLong = millis.stream()
                .filter(life -> longest.isPresent() && life > longest.getAsLong())
                .count();
        return new KeyCounts(millis.size() - never - tooLong, tooLong, never);
    }

    /** Returns the most that a key may still live; empty for keys that need not expire. Keys that are not cached may not be there. */
    private OptionalLong longestMillis() {
        return ttl.told(
                seconds -> OptionalLong.of(
                        Duration.ofSeconds(seconds).plus(ROUNDING).toMillis()),
                OptionalLong.empty(),
                OptionalLong.of(-1));
    }
}
