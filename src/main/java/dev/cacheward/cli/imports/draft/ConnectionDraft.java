package dev.cacheward.cli.imports.draft;

import dev.cacheward.cli.imports.report.Item;
import dev.cacheward.cli.imports.report.Ledger;
import java.util.ArrayList;
import java.util.List;

/** What the files say of where an application finds its Redis. */
public final class ConnectionDraft {
    /** Host of a connection that is written in parts. */
    public final Slot<String> host;
    /** Port of such a connection. */
    public final Slot<Integer> port;
    /** User of such a connection. */
    public final Slot<String> username;
    /** Whether there is a password. */
    public final Slot<Password> password;
    /** Number of the database. */
    public final Slot<Integer> database;
    /** Whether the connection is encrypted. */
    public final Slot<Boolean> tls;

    private final List<Found<Url>> urls = new ArrayList<>();

    ConnectionDraft(Ledger ledger) {
        host = new Slot<>(ledger);
        port = new Slot<>(ledger);
        username = new Slot<>(ledger);
        password = new Slot<>(ledger);
        database = new Slot<>(ledger);
        tls = new Slot<>(ledger);
    }

    /**
     * A URL of a Redis without its password.
     *
     * @param username empty if none is in it
     * @param readable whether the operator reads the URL as it is
     * @param unverified whether the URL says that no certificate is checked
     */
    public record Url(Address address, String username, boolean password, boolean readable, boolean unverified) {}

    /** Which database of which server. */
    public record Address(boolean tls, String host, int port, int database) {}

    /** Returns the parts of a connection. */
    public List<Slot<?>> parts() {
        return List.of(host, port, username, password, database, tls);
    }

    /** Adds a URL. */
    public void url(Item item, Url url) {
        urls.add(new Found<>(item, url));
    }

    /** Returns all URLs in their order. */
    public List<Found<Url>> urls() {
        return List.copyOf(urls);
    }
}
