package dev.cacheward.cli.imports.env;

import dev.cacheward.cli.imports.draft.Draft;
import dev.cacheward.cli.imports.report.Item;
import dev.cacheward.cli.imports.value.Value;
import dev.cacheward.delivery.value.RateLimit;
import dev.cacheward.validation.Parsed;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads limits, whether they are enforced, and where their counters are. */
final class LimitVariables {
    private static final Set<String> NO_NAME = Set.of(
            "RATE",
            "LIMIT",
            "LIMITS",
            "RATES",
            "THROTTLE",
            "THROTTLES",
            "PER",
            "REQUESTS",
            "MAX",
            "CONFIG",
            "SETTINGS");

    private static final Map<String, String> SHORT =
            Map.of("RPS", "second", "RPM", "minute", "RPH", "hour", "RPD", "day");
    private static final Set<String> UNITS = Set.of("SECOND", "MINUTE", "HOUR", "DAY");
    private static final Map<String, String> MODES =
            Map.of("enforce", "Enforce", "enforced", "Enforce", "shadow", "Shadow", "disabled", "Disabled");

    /** What is set beside limits, and is none. */
    private static final Set<String> NO_LIMIT =
            Set.of("KEY", "SECRET", "TOKEN", "PREFIX", "HEADER", "HEADERS", "STRATEGY", "MESSAGE", "PATH", "PATHS");

    private final Draft draft;
    private final ConnectionVariables connections;
    private final LimitPairs pairs;

    LimitVariables(Draft draft, ConnectionVariables connections) {
        this.draft = draft;
        this.connections = connections;
        this.pairs = new LimitPairs(draft);
    }

    boolean read(Item item, Words words, Value value) {
        if (!isLimit(words) || words.any(NO_LIMIT)) {
            return false;
        }
        if (words.any("ENABLED", "ENABLE", "DISABLED")) {
            return enabled(item, words, value);
        }
        if (words.ends("MODE")) {
            return mode(item, value);
        }
        if (words.any("STORAGE")) {
            return storage(item, value);
        }
        return value instanceof Value.Table table ? table(item, words, table) : single(item, words, value);
    }

    private static boolean isLimit(Words words) {
        return words.has("RATE", "LIMIT")
                || words.has("RATE", "LIMITS")
                || words.any("THROTTLE", "THROTTLES")
                || words.has("DEFAULT", "LIMITS");
    }

    private boolean enabled(Item item, Words words, Value value) {
        boolean negated = words.any("DISABLED");
        TtlVariables.flag(value)
                .ifPresentOrElse(
                        on -> draft.limitMode().put(item, on != negated ? "Enforce" : "Disabled"),
                        () -> draft.ledger().left(item, "it is neither true nor false", "Set spec.mode of the policy"));
        return true;
    }

    private boolean mode(Item item, Value value) {
        String word = value instanceof Value.Text text ? text.text().strip().toLowerCase(Locale.ROOT) : "";
        Optional.ofNullable(MODES.get(word))
                .ifPresentOrElse(
                        mode -> draft.limitMode().put(item, mode),
                        () -> draft.ledger().left(item, "it is none of Enforce, Shadow and Disabled", ""));
        return true;
    }

    private boolean storage(Item item, Value value) {
        if (value instanceof Value.Text text && text.text().startsWith("memory:")) {
            draft.ledger()
                    .changed(
                            item,
                            "the counters are in the profile's Redis, where all pods of the application share them",
                            "The application reads RATE_LIMIT_STORAGE_URI from the Secret of the connection");
        } else if (value instanceof Value.Text text && text.text().contains("://")) {
            connections.url(item, text.text());
        } else {
            draft.ledger().left(item, "it is no URL of a Redis that could be read", "");
        }
        return true;
    }

    private boolean table(Item item, Words words, Value.Table table) {
        if (LimitReading.of(table) instanceof Parsed.Valid<Reading> whole) {
            draft.limits()
                    .add(
                            item,
                            words.without(NO_NAME),
                            whole.value().value(),
                            whole.value().remark());
            return true;
        }
        table.pairs().forEach(pair -> {
            Item entry = new Item(pair.place(), item.name() + "[" + pair.key() + "]");
            LimitReading.of(pair.value())
                    .either(
                            reading -> draft.limits().add(entry, pair.key(), reading.value(), reading.remark()),
                            message -> draft.ledger().left(entry, message, ""));
        });
        return true;
    }

    private boolean single(Item item, Words words, Value value) {
        Optional<String> unit = unit(words);
        Optional<Long> number = LimitReading.whole(value);
        if (unit.isPresent() && number.isPresent()) {
            String rate = number.get() + "/" + unit.get();
            return RateLimit.parse(rate)
                    .fold(
                            limit -> added(item, stem(words), rate, Optional.of(rate + " for " + number.get())),
                            message -> left(item, message));
        }
        if (pairs.read(item, words, value)) {
            return true;
        }
        return LimitReading.of(value)
                .fold(
                        reading -> {
                            draft.limits().variable(item, words.without(NO_NAME), reading.value(), reading.remark());
                            return true;
                        },
                        message -> left(item, message));
    }

    private boolean added(Item item, String name, String rate, Optional<String> remark) {
        draft.limits().add(item, name, rate, remark);
        return true;
    }

    private boolean left(Item item, String message) {
        draft.ledger().left(item, message.replaceFirst("[.]$", ""), "");
        return true;
    }

    /** Returns the unit that the name says: {@code REQUESTS_PER_MINUTE}, {@code RPM}. */
    private static Optional<String> unit(Words words) {
        String last = words.list().get(words.list().size() - 1);
        return Optional.ofNullable(SHORT.get(last))
                .or(() -> UNITS.contains(last) && words.has("PER", last)
                        ? Optional.of(last.toLowerCase(Locale.ROOT))
                        : Optional.empty());
    }

    private static String stem(Words words) {
        String name = words.without(NO_NAME);
        return name.replaceFirst("_?(rps|rpm|rph|rpd)$", "").isEmpty()
                ? "default"
                : name.replaceFirst("_(rps|rpm|rph|rpd)$", "");
    }

    /** Tells of numbers of calls without a window, and of windows without a number. */
    void finish() {
        pairs.finish();
    }
}
