package dev.cacheward.cli.imports.env;

import dev.cacheward.cli.imports.draft.ConnectionDraft;
import dev.cacheward.cli.imports.draft.Draft;
import dev.cacheward.cli.imports.draft.Password;
import dev.cacheward.cli.imports.report.Item;
import dev.cacheward.cli.imports.value.Value;
import dev.cacheward.validation.Hosts;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads where the application finds its Redis. No password is repeated. */
final class ConnectionVariables {
    private static final Set<String> QUEUES = Set.of(
            "CELERY",
            "BROKER",
            "QUEUE",
            "RQ",
            "BULL",
            "BULLMQ",
            "SIDEKIQ",
            "DRAMATIQ",
            "HUEY",
            "ARQ",
            "HORIZON",
            "PUBSUB",
            "CHANNEL",
            "CHANNELS");

    private final Draft draft;
    private final ConnectionDraft connection;

    ConnectionVariables(Draft draft) {
        this.draft = draft;
        this.connection = draft.connection();
    }

    boolean read(Item item, Words words, Value value) {
        Optional<String> text = text(value);
        boolean url = text.filter(UrlReading::isRedis).isPresent();
        boolean redis = words.any(Words.REDIS);
        if (!url && !redis) {
            return false;
        }
        if (words.any(QUEUES)) {
            draft.ledger()
                    .left(
                            item,
                            "it is the connection of a queue: a Redis that evicts would lose its tasks",
                            "Give the queue a profile of its own, with evictionPolicy noeviction and persistence");
            return true;
        }
        if (url) {
            url(item, text.get());
            return true;
        }
        return text.isPresent() ? part(item, words, text.get().strip()) : unknown(item, words, value);
    }

    private static Optional<String> text(Value value) {
        if (value instanceof Value.Text text) {
            return Optional.of(text.text());
        }
        if (value instanceof Value.Number number) {
            return Optional.of(number.toString());
        }
        return value instanceof Value.Flag flag ? Optional.of(String.valueOf(flag.on())) : Optional.empty();
    }

    private boolean unknown(Item item, Words words, Value value) {
        if (value instanceof Value.Unknown unknown && words.ends("URL", "URI", "HOST", "PORT", "PASSWORD", "DB")) {
            draft.ledger()
                    .left(
                            item,
                            "its value is not known: " + unknown.why(),
                            "Name the .env file of the application too");
            return true;
        }
        return false;
    }

    void url(Item item, String text) {
        UrlReading.of(text)
                .either(
                        url -> connection.url(item, url),
                        message -> draft.ledger()
                                .left(item, message, "Correct the URL, or write spec.redis.external by hand"));
    }

    private boolean part(Item item, Words words, String value) {
        if (words.ends("URL", "URI", "DSN")) {
            draft.ledger()
                    .left(
                            item,
                            value.isEmpty()
                                    ? "it is empty"
                                    : value.startsWith("http")
                                            ? "it speaks HTTP, and the operator checks the protocol of Redis"
                                            : "it is no URL of a Redis",
                            "");
            return true;
        }
        if (words.ends("HOST", "HOSTNAME", "ADDR", "ADDRESS", "ENDPOINT", "SERVER")) {
            host(item, value);
            return true;
        }
        return number(item, words, value) || login(item, words, value);
    }

    private void host(Item item, String value) {
        String host = value.replaceFirst(":[0-9]+$", "");
        Optional<String> objection = Hosts.objection(host);
        if (objection.isPresent()) {
            draft.ledger().left(item, "the host " + objection.get(), "");
            return;
        }
        connection.host.put(item, host);
        if (!host.equals(value)) {
            Hosts.port(value.substring(host.length() + 1)).ifPresent(port -> connection.port.put(item, port));
        }
    }

    private boolean number(Item item, Words words, String value) {
        boolean port = words.ends("PORT");
        if (!port && !words.ends("DB", "DATABASE", "DBNUM")) {
            return false;
        }
        Optional<Integer> number = port
                ? Hosts.port(value)
                : Optional.of(value).filter(text -> text.matches("[0-9]{1,4}")).map(Integer::valueOf);
        number.ifPresentOrElse(
                known -> (port ? connection.port : connection.database).put(item, known),
                () -> draft.ledger().left(item, port ? "it is no port" : "it is no number of a database", ""));
        return true;
    }

    private boolean login(Item item, Words words, String value) {
        if (words.ends("PASSWORD", "PASS", "PWD", "AUTH", "TOKEN", "SECRET")) {
            if (value.isEmpty()) {
                draft.ledger().ours(item, "it is empty, so that there is no password to take over");
            } else {
                connection.password.put(item, Password.inFile());
            }
            return true;
        }
        if (words.ends("USER", "USERNAME")) {
            if (value.isEmpty()) {
                draft.ledger().ours(item, "it is empty");
            } else {
                connection.username.put(item, value);
            }
            return true;
        }
        boolean tls = words.any("TLS", "SSL")
                && value.toLowerCase(Locale.ROOT).matches("true|false|1|0|yes|no|on|off")
                && !words.any("VERIFY", "CHECK", "REJECT", "INSECURE");
        if (tls) {
            connection.tls.put(item, value.toLowerCase(Locale.ROOT).matches("true|1|yes|on"));
        }
        return tls;
    }
}
