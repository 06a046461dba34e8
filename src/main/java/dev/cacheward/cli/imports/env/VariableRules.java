package dev.cacheward.cli.imports.env;

import dev.cacheward.cli.imports.draft.Draft;
import dev.cacheward.cli.imports.report.Entry;
import dev.cacheward.cli.imports.report.Item;
import dev.cacheward.cli.imports.report.Outcome;
import dev.cacheward.cli.imports.value.Value;
import java.util.Optional;
import java.util.Set;

/** Finds out by its name and its value what a variable or a setting of an application means. */
public final class VariableRules {
    private static final Set<String> RELATED = Set.of("RATELIMIT", "LIMITER", "SLOWAPI", "MEMCACHED", "KEYDB");
    private static final Set<String> LOGIN = Set.of("KEY", "TOKEN", "SECRET", "PASSWORD", "PASS", "PWD");
    private static final String STAYS = "Leave it where it is";

    private final Draft draft;
    private final ConnectionVariables connections;
    private final TtlVariables ttls;
    private final LimitVariables limits;
    private int others;
    private Optional<Item> firstOther = Optional.empty();

    /** @param draft receives what is found */
    public VariableRules(Draft draft) {
        this.draft = draft;
        this.connections = new ConnectionVariables(draft);
        this.ttls = new TtlVariables(draft);
        this.limits = new LimitVariables(draft, connections);
    }

    /** @param name by which the meaning is found; the item's name may hold the way to it */
    public void read(Item item, String name, Value value) {
        Words words = Words.of(name);
        boolean known = connections.read(item, words, value)
                || limits.read(item, words, value)
                || ttls.read(item, words, value);
        if (!known) {
            other(item, words);
        }
    }

    private void other(Item item, Words words) {
        if (words.any(Words.REDIS)) {
            draft.ledger().left(item, "it is a setting of the application's client, which no field says", STAYS);
        } else if (words.any(Words.CACHE) || words.any("TTL", "TTLS")) {
            draft.ledger()
                    .left(
                            item,
                            words.any(Words.TIME) && !words.any(LOGIN)
                                    ? "nothing in its name says that it is about a cache"
                                    : "a profile says how long entries live and where the Redis is, and this is neither",
                            words.any(Words.TIME) ? "If it is, write it into spec.ttls" : STAYS);
        } else if (words.has("RATE", "LIMIT") || words.any("THROTTLE") || words.any(RELATED)) {
            draft.ledger().left(item, "a policy says limits and whether they are enforced, and this is neither", STAYS);
        } else {
            others++;
            firstOther = firstOther.or(() -> Optional.of(item));
        }
    }

    /** Tells of those that only make sense together, and how many are about something else. */
    public void finish() {
        limits.finish();
        firstOther.ifPresent(item -> draft.ledger()
                .block(new Entry(
                        new Item(item.place(), item.name() + (others == 1 ? "" : " and others")),
                        Outcome.LEFT,
                        "by the name it is about no Redis, cache or limit",
                        "",
                        others)));
        others = 0;
        firstOther = Optional.empty();
    }
}
