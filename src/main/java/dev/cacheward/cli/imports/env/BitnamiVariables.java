package dev.cacheward.cli.imports.env;

import dev.cacheward.cli.imports.conf.FlagReader;
import dev.cacheward.cli.imports.draft.Directive;
import dev.cacheward.cli.imports.draft.Password;
import dev.cacheward.cli.imports.draft.ServerDraft;
import dev.cacheward.cli.imports.report.Item;
import dev.cacheward.cli.imports.report.Ledger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the variables by which the images of Bitnami set up a server, and {@code REDIS_ARGS} of Redis Stack. */
public final class BitnamiVariables {
    /** What stands for one parameter, by the end of the variable's name. */
    private static final Map<String, String> PARAMETERS = Map.of(
            "PORT_NUMBER", "port",
            "PORT", "port",
            "IO_THREADS", "io-threads",
            "IO_THREADS_DO_READS", "io-threads-do-reads",
            "ACLFILE", "aclfile",
            "RDB_POLICY", "save",
            "MAXMEMORY", "maxmemory",
            "MAXMEMORY_POLICY", "maxmemory-policy");

    private final ServerDraft server;
    private final Ledger ledger;

    /** @param ledger is told of those that no parameter says */
    public BitnamiVariables(ServerDraft server, Ledger ledger) {
        this.server = server;
        this.ledger = ledger;
    }

    /** Reads one variable of the server's container. */
    public void read(Item item, String name, String value) {
        String part = name.toUpperCase(Locale.ROOT).replaceFirst("^(REDIS|VALKEY)_", "");
        if (PARAMETERS.containsKey(part)) {
            server.add(new Directive(item, PARAMETERS.get(part), List.of(value)));
            return;
        }
        switch (part) {
            case "PASSWORD", "PASSWORD_FILE" -> password(item, value);
            case "ALLOW_EMPTY_PASSWORD" -> ledger.ours(item, "the operator always sets a password");
            case "AOF_ENABLED" ->
                server.add(new Directive(item, "appendonly", List.of(value.toLowerCase(Locale.ROOT))));
            case "RDB_POLICY_DISABLED" -> server.add(new Directive(item, "save", List.of("")));
            case "DISABLE_COMMANDS" -> commands(item, value);
            case "EXTRA_FLAGS", "ARGS" -> flags(item, value);
            case "REPLICATION_MODE" -> replication(item, value);
            default ->
                ledger.left(item, "no field of a profile says it, and the operator's image does not read it", "");
        }
    }

    private void password(Item item, String value) {
        if (value.isEmpty()) {
            ledger.ours(item, "it is empty; the operator makes a password");
        } else {
            server.password.put(item, Password.inFile());
        }
    }

    private void replication(Item item, String value) {
        if (value.isEmpty() || value.equals("master") || value.equals("primary")) {
            ledger.ours(item, "the server of a profile takes writes");
        } else {
            ledger.left(item, "a profile has one server and no replicas", "");
        }
    }

    private void commands(Item item, String value) {
        Stream.of(value.split(","))
                .map(String::strip)
                .filter(command -> !command.isEmpty())
                .forEach(command -> server.add(new Directive(item, "rename-command", List.of(command, ""))));
    }

    private void flags(Item item, String value) {
        List<FlagReader.Word> words = new ArrayList<>();
        Stream.of(value.strip().split("\\s+"))
                .map(word -> word.replaceAll("^[\"']|[\"']$", ""))
                .forEach(word -> words.add(new FlagReader.Word(item.place(), word, true)));
        FlagReader.read(words, server, ledger);
    }
}
