package dev.cacheward.delivery.value;

import dev.cacheward.validation.Parsed;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * Says how long an entry of a cache lives. Zero is not allowed as a duration, since it means "for ever" to one framework and
 * "do not cache" to another; both have a name instead.
 */
public sealed interface Ttl {
    /** The shortest TTL. */
    Duration SHORTEST = Duration.ofSeconds(1);

    /** The longest TTL. */
    Duration LONGEST = Duration.ofDays(365);

    /**
     * Returns what a reader is to be told.
     *
     * @param seconds whole seconds, at least 1
     */
    <T> T told(LongFunction<T> seconds, T never, T disabled);

    /** Reads {@code 60s}, {@code 1h30m}, {@code Never} or {@code Disabled}; the message of a refusal says what to write instead. */
    static Parsed<Ttl> parse(String text) {
        return TtlParser.parse(text);
    }

    /** Returns what somebody may have meant who wrote a text that is no TTL, such as {@code write 60s}; empty without a guess. */
    static Optional<String> hint(String text) {
        return Optional.of(TtlHints.of(text).replaceFirst("^: ", "")).filter(hint -> !hint.isEmpty());
    }

    /**
     * An entry expires after this time.
     *
     * @param duration whole seconds, from {@link #SHORTEST} to {@link #LONGEST}
     */
    record For(Duration duration) implements Ttl {
        /** @throws IllegalArgumentException when the duration is outside of the bounds */
        public For {
            if (duration.compareTo(SHORTEST) < 0 || duration.compareTo(LONGEST) > 0 || duration.getNano() != 0) {
                throw new IllegalArgumentException(duration + " is not a number of seconds from 1s to 365d");
            }
        }

        @Override
        public <T> T told(LongFunction<T> seconds, T never, T disabled) {
            return seconds.apply(duration.toSeconds());
        }
    }

    /** An entry does not expire. */
    record Never() implements Ttl {

        @Override
        public <T> T told(LongFunction<T> seconds, T never, T disabled) {
            return never;
        }
    }

    /** Entries of this name are not cached at all. */
    record Disabled() implements Ttl {

        @Override
        public <T> T told(LongFunction<T> seconds, T never, T disabled) {
            return disabled;
        }
    }
}
