package dev.cacheward.delivery.value;

import dev.cacheward.validation.Parsed;
import java.time.Duration;

/**
 * Says how long an entry of a cache lives. Zero is not allowed as a duration, since it means "for ever" to one framework and
 * "do not cache" to another; both have a name instead.
 */
public sealed interface Ttl {
    /** The shortest TTL. */
    Duration SHORTEST = Duration.ofSeconds(1);

    /** The longest TTL. */
    Duration LONGEST = Duration.ofDays(365);

    /** Returns the number that the application reads: whole seconds, -1 for {@link Never}, 0 for {@link Disabled}. */
    long delivered();

    /** Reads {@code 60s}, {@code 1h30m}, {@code Never} or {@code Disabled}; the message of a refusal says what to write instead. */
    static Parsed<Ttl> parse(String text) {
        return TtlParser.parse(text);
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
        public long delivered() {
            return duration.toSeconds();
        }
    }

    /** An entry does not expire. */
    record Never() implements Ttl {
        @Override
        public long delivered() {
            return -1;
        }
    }

    /** Entries of this name are not cached at all. */
    record Disabled() implements Ttl {
        @Override
        public long delivered() {
            return 0;
        }
    }
}
