package dev.cacheward.cli.imports.env;

import dev.cacheward.cli.imports.value.Value;
import dev.cacheward.delivery.value.Guesses;
import dev.cacheward.delivery.value.Ttl;
import dev.cacheward.validation.Durations;
import dev.cacheward.validation.Parsed;
import dev.cacheward.validation.Quote;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;

/** Reads a TTL as files write it: a number of seconds, a text, a {@code timedelta}. */
final class TtlReading {
    /** Far above every TTL, and so small that no unit makes it overflow. */
    private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000_000_000L);

    private static final BigDecimal MILLIS = new BigDecimal("0.001");

    private TtlReading() {}

    /** @param unit of a bare number, in seconds */
    static Parsed<Reading> of(Value value, BigDecimal unit) {
        if (value instanceof Value.Number number) {
            return number(number.number(), unit);
        }
        if (value instanceof Value.Span span) {
            return known(span.duration(), Optional.empty());
        }
        if (value instanceof Value.Text text) {
            return text(text.text(), unit);
        }
        if (value instanceof Value.Nothing) {
            return Reading.told("Never", "Never for None, which lets entries live for ever");
        }
        return value instanceof Value.Unknown unknown
                ? Reading.refused("its value is not known: " + unknown.why())
                : Reading.refused("its value is neither a number nor a text");
    }

    private static Parsed<Reading> text(String text, BigDecimal unit) {
        if (text.strip().matches("-?[0-9]{1,12}(\\.[0-9]{1,6})?")) {
            return number(new BigDecimal(text.strip()), unit);
        }
        Parsed<Ttl> parsed = Ttl.parse(text);
        return parsed.fold(
                valid -> Reading.same(text),
                message -> Guesses.ttl(text)
                        .map(guess -> Reading.told(guess, guess + " for " + Quote.of(text)))
                        .orElseGet(() -> Reading.refused(message)));
    }

    private static Parsed<Reading> number(BigDecimal number, BigDecimal unit) {
        if (number.signum() <= 0 || number.compareTo(LARGEST) > 0) {
            return Ttl.parse(number.toPlainString())
                    .fold(valid -> Reading.same(number.toPlainString()), Reading::refused);
        }
        BigDecimal seconds = number.multiply(unit);
        long whole = seconds.setScale(0, RoundingMode.HALF_UP).longValue();
        Optional<String> remark = unit.compareTo(BigDecimal.ONE) == 0
                        && seconds.remainder(BigDecimal.ONE).signum() == 0
                ? Optional.empty()
                : Optional.of(Durations.text(Duration.ofSeconds(whole)) + " for " + number.toPlainString() + " "
                        + unitName(unit) + "; it is delivered in seconds");
        return known(Duration.ofSeconds(whole), remark);
    }

    private static String unitName(BigDecimal unit) {
        return unit.compareTo(MILLIS) == 0
                ? "ms"
                : switch (unit.intValue()) {
                    case 60 -> "minutes";
                    case 3600 -> "hours";
                    case 86_400 -> "days";
                    default -> "seconds";
                };
    }

    private static Parsed<Reading> known(Duration duration, Optional<String> remark) {
        String text = Durations.text(Duration.ofSeconds(duration.toSeconds()));
        return Ttl.parse(text).fold(valid -> new Parsed.Valid<>(new Reading(text, remark)), Reading::refused);
    }
}
