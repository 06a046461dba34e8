package dev.cacheward.cli.imports.env;

import dev.cacheward.cli.imports.draft.Draft;
import dev.cacheward.cli.imports.report.Item;
import dev.cacheward.cli.imports.value.Value;
import dev.cacheward.validation.Parsed;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads how long entries of a cache live, and whether the application caches. */
final class TtlVariables {
    /** With one of these a timeout is one of the client. */
    private static final Set<String> CLIENT = Set.of(
            "SOCKET",
            "CONNECT",
            "CONNECTION",
            "CONN",
            "READ",
            "WRITE",
            "COMMAND",
            "POOL",
            "LOCK",
            "RETRY",
            "BLOCK",
            "IDLE",
            "DIAL",
            "REQUEST",
            "HEALTH");

    private static final Set<String> NO_NAME =
            union(Words.CACHE, Words.TIME, Words.REDIS, Set.of("CONFIG", "SETTINGS", "MAP"));
    private static final Set<String> WISHED = Set.of("EXPIRE", "EXPIRES", "EXPIRY", "EXPIRATION", "TTL", "TTLS");

    private final Draft draft;

    TtlVariables(Draft draft) {
        this.draft = draft;
    }

    boolean read(Item item, Words words, Value value) {
        if (words.any(Words.CACHE)
                && words.any("ENABLED", "ENABLE", "DISABLED", "DISABLE", "USE")
                && words.list().size() <= 3) {
            return enabled(item, words, value);
        }
        if (!isTtl(words, value)) {
            return false;
        }
        BigDecimal unit = words.unit().orElse(BigDecimal.ONE);
        if (value instanceof Value.Table table) {
            table.pairs()
                    .forEach(pair -> entry(
                            new Item(pair.place(), item.name() + "[" + pair.key() + "]"),
                            pair.key(),
                            pair.value(),
                            unit));
        } else {
            variable(item, words, value, unit);
        }
        return true;
    }

    private static boolean isTtl(Words words, Value value) {
        if (!words.any(Words.TIME) || words.any(CLIENT)) {
            return false;
        }
        boolean table = value instanceof Value.Table && words.any("TTL", "TTLS");
        return table
                || words.any(Words.CACHE)
                || words.any("SESSION") && words.any(WISHED)
                || words.any(Words.REDIS) && words.any(WISHED);
    }

    private boolean enabled(Item item, Words words, Value value) {
        Optional<Boolean> flag = flag(value);
        boolean negated = words.any("DISABLED", "DISABLE");
        flag.ifPresentOrElse(
                on -> draft.cacheEnabled().put(item, on != negated),
                () -> draft.ledger().left(item, "it is neither true nor false", "Set spec.enabled"));
        return true;
    }

    static Optional<Boolean> flag(Value value) {
        if (value instanceof Value.Flag flag) {
            return Optional.of(flag.on());
        }
        String text = value instanceof Value.Text written
                ? written.text().strip().toLowerCase(Locale.ROOT)
                : value instanceof Value.Number number ? number.toString() : "";
        return text.matches("true|1|yes|on|false|0|no|off")
                ? Optional.of(text.matches("true|1|yes|on"))
                : Optional.empty();
    }

    private void entry(Item item, String name, Value value, BigDecimal unit) {
        if (value instanceof Value.Table) {
            draft.ledger().left(item, "a dictionary in a dictionary has no place in a map of TTLs", "");
            return;
        }
        TtlReading.of(value, unit)
                .either(
                        reading -> draft.ttls().add(item, name, reading.value(), reading.remark()),
                        message -> draft.ledger().left(item, message, ""));
    }

    private void variable(Item item, Words words, Value value, BigDecimal unit) {
        Parsed<Reading> parsed = TtlReading.of(value, unit);
        String name = words.without(NO_NAME);
        parsed.either(
                reading -> {
                    if (unit.compareTo(BigDecimal.ONE) == 0) {
                        draft.ttls().variable(item, name, reading.value(), reading.remark());
                    } else {
                        draft.ttls().add(item, name, reading.value(), reading.remark());
                    }
                },
                message -> draft.ledger().left(item, message, ""));
    }

    @SafeVarargs
    private static Set<String> union(Set<String>... sets) {
        Set<String> all = new HashSet<>();
        for (Set<String> set : sets) {
            all.addAll(set);
        }
        return Set.copyOf(all);
    }
}
