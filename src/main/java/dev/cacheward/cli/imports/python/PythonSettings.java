package dev.cacheward.cli.imports.python;

import dev.cacheward.cli.imports.draft.Draft;
import dev.cacheward.cli.imports.env.VariableRules;
import dev.cacheward.cli.imports.report.Entry;
import dev.cacheward.cli.imports.report.Item;
import dev.cacheward.cli.imports.report.Outcome;
import dev.cacheward.cli.imports.value.Value;
import java.util.Locale;
import java.util.Map;

/** Knows the settings of frameworks that are dictionaries; the others mean what variables of their names mean. */
final class PythonSettings {
    private static final Map<String, String> LIMITER = Map.of(
            "default_limits", "RATE_LIMIT_DEFAULT",
            "application_limits", "RATE_LIMIT_APPLICATION",
            "storage_uri", "RATE_LIMIT_STORAGE_URI",
            "enabled", "RATE_LIMIT_ENABLED");

    private final Draft draft;
    private final VariableRules rules;

    PythonSettings(Draft draft) {
        this.draft = draft;
        this.rules = new VariableRules(draft);
    }

    void read(Item item, Value value) {
        String name = item.name();
        if (!(value instanceof Value.Table table) || table.pairs().isEmpty()) {
            rules.read(item, name, value);
            return;
        }
        String upper = name.toUpperCase(Locale.ROOT);
        if (name.equals("CACHES")) {
            table.pairs().forEach(alias -> djangoCache(item, alias));
        } else if (name.equals("REST_FRAMEWORK")) {
            table.pairs().forEach(pair -> restFramework(item, pair));
        } else if (upper.endsWith("LIMITER")) {
            table.pairs()
                    .forEach(pair -> rules.read(
                            inside(item, pair),
                            LIMITER.getOrDefault(pair.key(), "RATE_LIMIT_KEY_" + pair.key()),
                            pair.value()));
        } else if (upper.matches(".*(REDIS|VALKEY).*") && !upper.contains("TTL")) {
            table.pairs().forEach(pair -> rules.read(inside(item, pair), "REDIS_" + pair.key(), pair.value()));
        } else if (upper.contains("CACHE") && !upper.matches(".*(TTL|TIMEOUT|EXPIR|LIFETIME|DURATION).*")) {
            table.pairs().forEach(pair -> rules.read(inside(item, pair), cacheKey(pair.key()), pair.value()));
        } else {
            rules.read(item, name, value);
        }
    }

    private static Item inside(Item item, Value.Pair pair) {
        return new Item(pair.place(), item.name() + "[" + pair.key() + "]");
    }

    private static String cacheKey(String key) {
        return key.toUpperCase(Locale.ROOT).contains("CACHE") ? key : "CACHE_" + key;
    }

    private void djangoCache(Item item, Value.Pair alias) {
        Item cache = inside(item, alias);
        if (!(alias.value() instanceof Value.Table table)) {
            rules.read(cache, "CACHE_" + alias.key(), alias.value());
            return;
        }
        for (Value.Pair pair : table.pairs()) {
            Item at = new Item(pair.place(), cache.name() + "[" + pair.key() + "]");
            switch (pair.key()) {
                case "TIMEOUT" -> rules.read(at, "CACHE_TTL_" + alias.key(), pair.value());
                case "LOCATION" -> rules.read(at, "CACHE_LOCATION", first(pair.value()));
                case "BACKEND" ->
                    draft.ledger().ours(at, "the client is the application's own; the operator looks after the Redis");
                default ->
                    draft.ledger()
                            .block(new Entry(
                                    at,
                                    Outcome.LEFT,
                                    "it is a setting of the application's client, which no field says",
                                    "Leave it where it is",
                                    leaves(pair.value())));
            }
        }
    }

    private static Value first(Value value) {
        return value instanceof Value.Items items && items.values().size() == 1
                ? items.values().get(0)
                : value;
    }

    private void restFramework(Item item, Value.Pair pair) {
        if (pair.key().equals("DEFAULT_THROTTLE_RATES")) {
            rules.read(new Item(pair.place(), pair.key()), "RATE_LIMITS", pair.value());
        } else {
            draft.ledger()
                    .block(new Entry(
                            inside(item, pair),
                            Outcome.LEFT,
                            "a policy says limits, and this is something else",
                            "",
                            leaves(pair.value())));
        }
    }

    private static int leaves(Value value) {
        if (value instanceof Value.Table table) {
            return Math.max(
                    1,
                    table.pairs().stream()
                            .mapToInt(pair -> leaves(pair.value()))
                            .sum());
        }
        return value instanceof Value.Items items
                ? Math.max(
                        1,
                        items.values().stream().mapToInt(PythonSettings::leaves).sum())
                : 1;
    }

    void decorator(Item item) {
        draft.ledger()
                .left(
                        item,
                        "the value stands in the code of a route",
                        "Have the route read it from the environment, and write the entry into the resource");
    }

    void finish() {
        rules.finish();
    }
}
