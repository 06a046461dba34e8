package dev.cacheward.cli.imports.draft;

import dev.cacheward.cli.imports.report.Item;
import dev.cacheward.cli.imports.report.Ledger;
import java.util.Optional;

/** Everything that the files said. */
public final class Draft {
    private final Ledger ledger = new Ledger();
    private final EntriesDraft ttls = new EntriesDraft("spec.ttls", "CACHE_TTL_", ledger);
    private final EntriesDraft limits = new EntriesDraft("spec.limits", "RATE_LIMIT_", ledger);
    private final ConnectionDraft connection = new ConnectionDraft(ledger);
    private final Slot<Boolean> cacheEnabled = new Slot<>(ledger);
    private final Slot<String> limitMode = new Slot<>(ledger);
    private Optional<ServerDraft> server = Optional.empty();
    private Optional<Item> serverIn = Optional.empty();

    /** Returns where it is told what becomes of each setting. */
    public Ledger ledger() {
        return ledger;
    }

    /** Returns the Redis that the files run; the first call says that they run one. */
    public ServerDraft server(Item in) {
        if (server.isEmpty()) {
            server = Optional.of(new ServerDraft(ledger));
            serverIn = Optional.of(in);
        }
        return server.get();
    }

    /** Returns the Redis that the files run; empty if they run none. */
    public Optional<ServerDraft> server() {
        return server;
    }

    /** Returns the first setting that spoke of a Redis. */
    public Optional<Item> serverIn() {
        return serverIn;
    }

    /** Returns what the files say of the connection of an application. */
    public ConnectionDraft connection() {
        return connection;
    }

    /** Returns the TTLs, as durations. */
    public EntriesDraft ttls() {
        return ttls;
    }

    /** Returns the limits, as rates. */
    public EntriesDraft limits() {
        return limits;
    }

    /** Returns whether the application caches. */
    public Slot<Boolean> cacheEnabled() {
        return cacheEnabled;
    }

    /** Returns {@code spec.mode} of the policy. */
    public Slot<String> limitMode() {
        return limitMode;
    }
}
