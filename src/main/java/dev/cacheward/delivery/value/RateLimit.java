package dev.cacheward.delivery.value;

import dev.cacheward.validation.Parsed;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One to four rates that all apply to each call. Every library that knows the notation reads the delivered text alike: units
 * are written out, and units whose meaning differs between libraries (week, month, year, abbreviations) do not exist.
 *
 * @param rates shortest window first, no window twice
 */
public record RateLimit(List<Rate> rates) {
    /** The highest number of rates in one limit. */
    public static final int MOST_RATES = 4;

    /** @throws IllegalArgumentException when there are too few or too many rates, or their order is wrong */
    public RateLimit {
        rates = List.copyOf(rates);
        problem(rates).ifPresent(message -> {
            throw new IllegalArgumentException(message);
        });
    }

    /** Reads {@code 20/minute}, {@code 5 per 2 minutes; 300/hour}; the message of a refusal says what to write instead. */
    public static Parsed<RateLimit> parse(String text) {
        return RateLimitParser.parse(text);
    }

    /** Returns what somebody may have meant who wrote a text that is no limit, such as {@code write 20/minute}; empty without a guess. */
    public static Optional<String> hint(String text) {
        return RateLimitParser.hint(text);
    }

    /** Returns the one notation that is delivered: {@code 20/minute; 5 per 2 hours}. */
    public String normalised() {
        return rates.stream().map(Rate::normalised).collect(Collectors.joining("; "));
    }

    /** Says why these rates are not a valid limit; empty if they are. */
    static Optional<String> problem(List<Rate> rates) {
        if (rates.isEmpty() || rates.size() > MOST_RATES) {
            return Optional.of("it has " + rates.size() + " rates");
        }
        return IntStream.range(1, rates.size())
                .mapToObj(at -> problem(rates.get(at - 1), rates.get(at)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> problem(Rate earlier, Rate later) {
        String both = earlier.normalised() + " and " + later.normalised();
        if (earlier.seconds() == later.seconds()) {
            return Optional.of(both + " have the same window, so that each call would count twice; keep one of them");
        }
        return earlier.seconds() > later.seconds()
                ? Optional.of(both + " are in the wrong order; the shortest window comes first")
                : Optional.empty();
    }

    /** The length of a window, without a multiple. */
    public enum Unit {
        /** 1 s. */
        SECOND("second", 1),
        /** 60 s. */
        MINUTE("minute", 60),
        /** 3,600 s. */
        HOUR("hour", 3_600),
        /** 86,400 s. */
        DAY("day", 86_400);

        private final String word;
        private final long seconds;

        Unit(String word, long seconds) {
            this.word = word;
            this.seconds = seconds;
        }

        /** Returns the unit as a limit writes it, in the singular. */
        public String word() {
            return word;
        }

        /** Returns its length. */
        public long seconds() {
            return seconds;
        }
    }

    /**
     * Allows {@code amount} calls in a window of {@code multiple} units.
     *
     * @param amount 1 to 999,999,999
     * @param multiple 1 to 999,999,999
     * @param unit of the window
     */
    public record Rate(long amount, long multiple, Unit unit) {
        public static final long MOST = 999_999_999;

        /** @throws IllegalArgumentException when a number is out of its bounds */
        public Rate {
            if (amount < 1 || amount > MOST || multiple < 1 || multiple > MOST) {
                throw new IllegalArgumentException(amount + " per " + multiple + " is not from 1 to " + MOST);
            }
        }

        /** Returns the length of the window in seconds: {@code 60 seconds} and {@code 1 minute} are the same. */
        public long seconds() {
            return multiple * unit.seconds;
        }

        /** Returns the unit that is as long as the window, for who knows no multiples: 60 seconds are a minute. */
        public Optional<Unit> wholeUnit() {
            return Arrays.stream(Unit.values())
                    .filter(whole -> whole.seconds == seconds())
                    .findFirst();
        }

        /** Returns {@code 20/minute} or {@code 5 per 2 minutes}. */
        public String normalised() {
            return multiple == 1 ? amount + "/" + unit.word : amount + " per " + multiple + " " + unit.word + "s";
        }
    }
}
