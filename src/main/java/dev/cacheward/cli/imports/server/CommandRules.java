package dev.cacheward.cli.imports.server;

import dev.cacheward.api.v1alpha1.DisabledCommand;
import dev.cacheward.cli.imports.draft.Directive;
import dev.cacheward.cli.imports.report.Item;
import dev.cacheward.cli.imports.report.Ledger;
import dev.cacheward.validation.Quote;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads which commands nobody can call. A new name of a command is a secret, and is not repeated. */
final class CommandRules {
    private static final String FIELD = ManagedRedisTree.FIELD + ".disabledCommands";

    private final Parameters found;
    private final Ledger ledger;

    CommandRules(Parameters found, Ledger ledger) {
        this.found = found;
        this.ledger = ledger;
    }

    void rename(Directive directive) {
        if (directive.arguments().size() != 2) {
            ledger.left(directive.item(), "it needs a command and its new name, and no server starts with it", "");
            return;
        }
        String command = directive.arguments().get(0).toUpperCase(Locale.ROOT);
        Item item = new Item(directive.item().place(), directive.item().name() + " " + Quote.printable(command));
        Optional<DisabledCommand> known = Stream.of(DisabledCommand.values())
                .filter(value -> value.name().equals(command))
                .findFirst();
        if (known.isEmpty()) {
            ledger.left(
                    item,
                    "the operator cannot disable it: it is no command of every supported server, or the operator, its"
                            + " checks or most applications need it",
                    "");
            return;
        }
        found.disabled.add(known.get());
        told(directive, item);
    }

    private void told(Directive directive, Item item) {
        if (directive.arguments().get(1).isEmpty()) {
            ledger.taken(item, FIELD);
        } else {
            ledger.changed(
                    item,
                    FIELD + ": the command is disabled for everybody, where it had a secret name before",
                    "Whoever calls it by that name needs it in auth.allowedCommands, and not in disabledCommands");
        }
    }
}
