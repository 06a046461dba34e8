package dev.cacheward.delivery.value;

import dev.cacheward.delivery.value.RateLimit.Rate;
import dev.cacheward.validation.Durations;
import dev.cacheward.validation.Parsed;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads TTLs and limits in the notations of other tools, for who takes them over and tells the author what was made of them.
 * What a resource says is never guessed.
 */
public final class Guesses {
    private Guesses() {}

    /** Returns a TTL as a resource writes it: {@code 5m} for {@code 5 minutes}; empty if the text has no sure meaning. */
    public static Optional<String> ttl(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        return TtlHints.word(lower)
                .or(() -> TtlHints.near(lower).map(Durations::text))
                .filter(guess -> Ttl.parse(guess) instanceof Parsed.Valid);
    }

    /** Returns a limit as a resource writes it: {@code 20/minute; 300/hour} for {@code 300 per 1h, 20/min}. */
    public static Optional<String> limit(String text) {
        List<Optional<Rate>> rates = Stream.of(text.toLowerCase(Locale.ROOT).split("[;|]|,(?![0-9]{3}(?![0-9]))"))
                .map(part -> RateHints.near(part.strip()))
                .toList();
        if (rates.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        List<Rate> sorted = rates.stream()
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingLong(Rate::seconds))
                .toList();
        return RateLimit.problem(sorted).isEmpty() ? Optional.of(new RateLimit(sorted).normalised()) : Optional.empty();
    }
}
