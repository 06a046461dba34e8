package dev.cacheward.cli.imports.env;

import dev.cacheward.cli.imports.draft.Draft;
import dev.cacheward.cli.imports.draft.Found;
import dev.cacheward.cli.imports.report.Item;
import dev.cacheward.cli.imports.value.Value;
import dev.cacheward.delivery.value.Guesses;
import dev.cacheward.validation.Durations;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Brings together a number of calls and its window, which are two variables. */
final class LimitPairs {
    private static final Set<String> WINDOWS = Set.of("WINDOW", "PERIOD", "INTERVAL", "DURATION", "TTL", "TIMEFRAME");
    private static final Set<String> CALLS =
            Set.of("MAX", "REQUESTS", "REQUEST", "LIMIT", "LIMITS", "COUNT", "POINTS", "CALLS", "ATTEMPTS");
    private static final Set<String> NO_NAME = Set.of(
            "WINDOW",
            "PERIOD",
            "INTERVAL",
            "DURATION",
            "TTL",
            "TIMEFRAME",
            "MAX",
            "REQUESTS",
            "REQUEST",
            "LIMIT",
            "LIMITS",
            "COUNT",
            "POINTS",
            "CALLS",
            "ATTEMPTS",
            "RATE",
            "THROTTLE",
            "DEFAULT",
            "SIZE");

    /** A bare number from here on may be milliseconds. */
    private static final long UNSURE = 10_000;

    private final Draft draft;
    private final Map<String, Pair> pairs = new LinkedHashMap<>();

    LimitPairs(Draft draft) {
        this.draft = draft;
    }

    /** The two halves, as far as they were found. */
    private static final class Pair {
        private Optional<Found<Long>> calls = Optional.empty();
        private Optional<Found<Optional<Long>>> seconds = Optional.empty();
        private final List<Item> more = new ArrayList<>();
    }

    boolean read(Item item, Words words, Value value) {
        Optional<Long> number = LimitReading.whole(value);
        boolean window = words.any(WINDOWS) || words.unit().isPresent() && !words.any("PER");
        boolean calls = words.any(CALLS) && number.isPresent() && !window;
        if (!window && !calls) {
            return false;
        }
        Pair pair = pairs.computeIfAbsent(words.without(NO_NAME), first -> new Pair());
        if (window && pair.seconds.isEmpty()) {
            pair.seconds = Optional.of(new Found<>(item, seconds(words, value, number)));
        } else if (calls && pair.calls.isEmpty()) {
            pair.calls = Optional.of(new Found<>(item, number.get()));
        } else {
            pair.more.add(item);
        }
        return true;
    }

    private static Optional<Long> seconds(Words words, Value value, Optional<Long> number) {
        if (number.isPresent()) {
            Optional<BigDecimal> unit = words.unit();
            return unit.isEmpty() && number.get() >= UNSURE
                    ? Optional.empty()
                    : Optional.of(unit.orElse(BigDecimal.ONE)
                                    .multiply(BigDecimal.valueOf(number.get()))
                                    .longValue())
                            .filter(seconds -> seconds > 0);
        }
        return value instanceof Value.Text text
                ? Guesses.ttl(text.text()).flatMap(Durations::parse).map(Duration::toSeconds)
                : value instanceof Value.Span span ? Optional.of(span.duration().toSeconds()) : Optional.empty();
    }

    void finish() {
        pairs.forEach(this::finish);
        pairs.clear();
    }

    private void finish(String name, Pair pair) {
        pair.more.forEach(
                item -> draft.ledger().left(item, "another variable says the same part of the limit " + name, ""));
        Optional<String> rate = pair.calls.flatMap(calls ->
                pair.seconds.flatMap(Found::value).flatMap(seconds -> LimitReading.rate(calls.value(), seconds)));
        if (rate.isPresent()) {
            Found<Long> calls = pair.calls.get();
            Item window = pair.seconds.get().item();
            draft.limits()
                    .add(calls.item(), name, rate.get(), Optional.of(rate.get() + ", together with " + window.name()));
            draft.ledger().changed(window, "it is the window of spec.limits." + name + ", " + rate.get(), "");
        } else {
            lonely(name, pair);
        }
    }

    private void lonely(String name, Pair pair) {
        pair.calls.ifPresent(calls -> draft.ledger()
                .left(
                        calls.item(),
                        pair.seconds.isEmpty() ? "it names no window" : "the window beside it is not known",
                        "Write the limit into spec.limits." + name + ", such as " + calls.value() + "/minute"));
        pair.seconds.ifPresent(seconds -> draft.ledger()
                .left(
                        seconds.item(),
                        seconds.value().isEmpty()
                                ? "it is no window whose unit is sure: a large number may be milliseconds"
                                : "there is no number of calls beside it",
                        "Write the limit into spec.limits." + name));
    }
}
