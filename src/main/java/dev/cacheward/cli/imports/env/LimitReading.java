package dev.cacheward.cli.imports.env;

import dev.cacheward.cli.imports.value.Value;
import dev.cacheward.delivery.value.Guesses;
import dev.cacheward.delivery.value.RateLimit;
import dev.cacheward.delivery.value.RateLimit.Rate;
import dev.cacheward.delivery.value.RateLimit.Unit;
import dev.cacheward.validation.Durations;
import dev.cacheward.validation.Parsed;
import dev.cacheward.validation.Quote;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a limit as files write it: a text, a pair of calls and seconds, a dictionary of both. */
final class LimitReading {
    private static final Set<String> CALLS = Set.of(
            "requests",
            "limit",
            "max",
            "max_requests",
            "calls",
            "count",
            "times",
            "rate",
            "amount",
            "points",
            "max_calls",
            "num",
            "maxrequests");

    private static final Set<String> SECONDS = Set.of(
            "window",
            "period",
            "seconds",
            "per",
            "duration",
            "interval",
            "window_seconds",
            "time_window",
            "per_seconds",
            "ttl");

    private LimitReading() {}

    static Parsed<Reading> of(Value value) {
        if (value instanceof Value.Text text) {
            return text(text.text());
        }
        if (value instanceof Value.Items items) {
            return items(items.values());
        }
        if (value instanceof Value.Table table) {
            return table(table);
        }
        if (value instanceof Value.Number number) {
            return text(number.toString());
        }
        if (value instanceof Value.Nothing) {
            return Reading.refused("None means no limit; an entry that is left out has none");
        }
        return value instanceof Value.Unknown unknown
                ? Reading.refused("its value is not known: " + unknown.why())
                : Reading.refused("its value is no rate");
    }

    private static Parsed<Reading> text(String text) {
        return RateLimit.parse(text)
                .fold(
                        limit -> Reading.same(limit.normalised()),
                        message -> Guesses.limit(text)
                                .map(guess -> Reading.told(guess, guess + " for " + Quote.of(text)))
                                .orElseGet(() -> Reading.refused(message)));
    }

    private static Parsed<Reading> items(List<Value> items) {
        if (items.size() == 2 && items.get(0) instanceof Value.Number) {
            return calls(items.get(0), items.get(1));
        }
        boolean texts = !items.isEmpty() && items.stream().allMatch(Value.Text.class::isInstance);
        return texts
                ? text(items.stream().map(item -> ((Value.Text) item).text()).collect(Collectors.joining("; ")))
                : Reading.refused("a list that holds neither rates nor calls and seconds is not known");
    }

    private static Parsed<Reading> table(Value.Table table) {
        Optional<Value> calls = one(table, CALLS);
        Optional<Value> seconds = one(table, SECONDS);
        return calls.isPresent() && seconds.isPresent() && table.pairs().size() == 2
                ? calls(calls.get(), seconds.get())
                : Reading.refused("its keys are not a number of calls and a number of seconds");
    }

    private static Optional<Value> one(Value.Table table, Set<String> names) {
        return table.pairs().stream()
                .filter(pair -> names.contains(pair.key().toLowerCase(Locale.ROOT)))
                .map(Value.Pair::value)
                .findFirst();
    }

    /** Reads a number of calls in a window; a bare number is seconds. */
    static Parsed<Reading> calls(Value calls, Value window) {
        Optional<Long> amount = whole(calls);
        Optional<Long> seconds = window instanceof Value.Span span
                ? Optional.of(span.duration().toSeconds())
                : whole(window)
                        .or(() -> Optional.of(window)
                                .filter(Value.Text.class::isInstance)
                                .flatMap(text -> Guesses.ttl(((Value.Text) text).text()))
                                .flatMap(Durations::parse)
                                .map(Duration::toSeconds));
        return amount.flatMap(number -> seconds.flatMap(length -> rate(number, length)))
                .map(rate -> Reading.told(rate, rate + " for " + amount.get() + " in " + seconds.get() + " seconds"))
                .orElseGet(() -> Reading.refused("it is no whole number of calls, or no window"));
    }

    /** Returns a rate in the largest unit that fits. */
    static Optional<String> rate(long calls, long seconds) {
        if (calls < 1 || calls > Rate.MOST || seconds < 1 || seconds > Rate.MOST) {
            return Optional.empty();
        }
        Unit unit = Unit.SECOND;
        for (Unit larger : Unit.values()) {
            unit = seconds % larger.seconds() == 0 ? larger : unit;
        }
        return Optional.of(new Rate(calls, seconds / unit.seconds(), unit).normalised());
    }

    static Optional<Long> whole(Value value) {
        String text = value instanceof Value.Text written
                ? written.text().strip().replace("_", "")
                : value instanceof Value.Number number ? number.toString() : "";
        return text.matches("[0-9]{1,12}") ? Optional.of(new BigDecimal(text).longValue()) : Optional.empty();
    }
}
