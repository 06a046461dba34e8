package dev.cacheward.cli.imports.resource;

import dev.cacheward.cli.imports.draft.ConnectionDraft;
import dev.cacheward.cli.imports.draft.ConnectionDraft.Address;
import dev.cacheward.cli.imports.draft.ConnectionDraft.Url;
import dev.cacheward.cli.imports.draft.Found;
import dev.cacheward.cli.imports.draft.Slot;
import dev.cacheward.cli.imports.report.Item;
import dev.cacheward.cli.imports.report.Ledger;
import dev.cacheward.cli.imports.server.ManagedRedisTree;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Decides whether the application's Redis is one that somebody else runs, and makes {@code spec.redis.external} of it. */
final class ConnectionRules {
    private static final String FIELD = "spec.redis.external";
    private static final Set<String> PUBLISHED = Set.of(
            "REDIS_URL", "REDIS_HOST", "REDIS_PORT", "REDIS_USERNAME", "REDIS_PASSWORD", "RATE_LIMIT_STORAGE_URI");

    private static final Pattern HERE = Pattern.compile("127[.].*|0[.]0[.]0[.]0|::1|host[.]docker[.]internal");

    private final ConnectionDraft connection;
    private final String profile;
    private final Ledger ledger;

    ConnectionRules(ConnectionDraft connection, String profile, Ledger ledger) {
        this.connection = connection;
        this.profile = profile;
        this.ledger = ledger;
    }

    /** Returns the setting that names a Redis elsewhere; empty if none does. */
    Optional<Item> elsewhere() {
        return foreignUrl().map(Found::item).or(() -> foreignHost().map(Found::item));
    }

    private Optional<Found<Url>> foreignUrl() {
        return connection.urls().stream()
                .filter(found -> isForeign(found.value().address().host()))
                .findFirst();
    }

    private Optional<Found<String>> foreignHost() {
        return connection.host.found().filter(found -> isForeign(found.value()));
    }

    /** A name without a dot is a service of the same Compose file or namespace. */
    private static boolean isForeign(String host) {
        return (host.contains(".") || host.contains(":")) && !HERE.matcher(host).matches();
    }

    /** Returns the fields of a Redis elsewhere, and tells what became of each setting. */
    Map<String, Object> external() {
        Optional<Found<Url>> url = foreignUrl();
        Map<String, Object> external = url.isPresent() ? ofUrl(url.get()) : ofParts();
        connection.urls().forEach(found -> told(found, url));
        if (url.isPresent()) {
            parts("the URL of " + url.get().item() + " says it");
        }
        return external;
    }

    private Map<String, Object> ofUrl(Found<Url> found) {
        Url url = found.value();
        Map<String, Object> external = new LinkedHashMap<>();
        if (url.readable()) {
            external.put("urlFrom", secret("redis-url", "url"));
        } else {
            fields(external, url);
        }
        if (url.unverified() && url.address().tls()) {
            Map<String, Object> tls = new LinkedHashMap<>(url.readable() ? Map.of() : Map.of("mode", "Enabled"));
            tls.put("verify", "None");
            external.put("tls", tls);
            ledger.note(
                    "The URL says that no certificate is checked, and so does tls.verify: None. Give the CA in tls.caFrom"
                            + " and take it off: whoever stands between can read and change everything.");
        }
        return external;
    }

    private void fields(Map<String, Object> external, Url url) {
        Address address = url.address();
        external.put("host", address.host());
        external.put("port", address.port());
        if (!url.username().isEmpty() && url.password()) {
            external.put("username", url.username());
        }
        if (url.password()) {
            external.put("passwordFrom", secret("redis-password", "password"));
        }
        if (address.database() != 0) {
            external.put("database", address.database());
        }
        if (address.tls()) {
            external.put("tls", new LinkedHashMap<>(Map.of("mode", "Enabled")));
        }
    }

    private Map<String, Object> secret(String suffix, String key) {
        String name = profile + "-" + suffix;
        ledger.note("No password is in the resource. Put the " + key + " into a Secret: "
                + ManagedRedisTree.hint(name, key));
        Map<String, Object> from = new LinkedHashMap<>();
        from.put("name", name);
        from.put("key", key);
        return from;
    }

    private void told(Found<Url> found, Optional<Found<Url>> used) {
        Address address = found.value().address();
        if (used.filter(other -> other.value().address().equals(address)).isPresent()) {
            if (used.get() == found && !found.value().readable()) {
                ledger.changed(found.item(), FIELD + ": as fields, since the operator reads no URL of that form", "");
            } else {
                ledger.taken(found.item(), FIELD);
            }
            return;
        }
        String other =
                used.map(Found::item).or(this::elsewhere).map(Item::toString).orElse("another setting");
        ledger.left(
                found.item(),
                "a profile has one Redis and one database, and " + other + " is it",
                "Use a second profile for this one");
    }

    private Map<String, Object> ofParts() {
        Map<String, Object> external = new LinkedHashMap<>();
        put(external, "host", connection.host);
        put(external, "port", connection.port);
        boolean password = connection.password.found().isPresent();
        if (password) {
            put(external, "username", connection.username);
            external.put("passwordFrom", secret("redis-password", "password"));
            connection.password.found().ifPresent(found -> ledger.taken(found.item(), FIELD + ".passwordFrom"));
        } else {
            connection
                    .username
                    .found()
                    .ifPresent(
                            found -> ledger.left(found.item(), "there is no password beside it", "Add passwordFrom"));
        }
        put(external, "database", connection.database);
        connection.tls.found().ifPresent(found -> {
            if (found.value()) {
                external.put("tls", new LinkedHashMap<>(Map.of("mode", "Enabled")));
            }
            ledger.taken(found.item(), FIELD + ".tls.mode");
        });
        return external;
    }

    private void put(Map<String, Object> external, String field, Slot<?> slot) {
        slot.found().ifPresent(found -> {
            external.put(field, found.value());
            ledger.taken(found.item(), FIELD + "." + field);
        });
    }

    private void parts(String why) {
        for (Slot<?> slot : connection.parts()) {
            slot.found().ifPresent(found -> ledger.ours(found.item(), why));
        }
    }

    /** Tells that the operator publishes the connection of its own Redis. */
    void managed() {
        String secret = "the application gets it from Secret " + profile + "-redis-env";
        connection
                .urls()
                .forEach(found ->
                        published(found.item(), secret, found.value().address().database()));
        for (Slot<?> slot : connection.parts()) {
            slot.found()
                    .ifPresent(found ->
                            published(found.item(), secret, slot == connection.database ? (Integer) found.value() : 0));
        }
    }

    private void published(Item item, String secret, int database) {
        String variable = item.name();
        if (database != 0) {
            ledger.changed(item, secret + ", with database 0 in place of " + database, "");
        } else if (PUBLISHED.contains(variable)) {
            ledger.ours(item, secret);
        } else {
            ledger.changed(
                    item,
                    secret + ", where it has another name",
                    "Map it by env.valueFrom.secretKeyRef of the Deployment");
        }
    }
}
