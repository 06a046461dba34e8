package dev.cacheward.cli.imports.server;

import dev.cacheward.api.v1alpha1.EvictionPolicy;
import dev.cacheward.cli.imports.draft.Directive;
import dev.cacheward.cli.imports.draft.Found;
import dev.cacheward.cli.imports.draft.Password;
import dev.cacheward.cli.imports.draft.ServerDraft;
import dev.cacheward.cli.imports.report.Ledger;
import dev.cacheward.redis.ServerVersion;
import dev.cacheward.validation.Quote;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the parameters of a server one by one. */
final class ParameterRules {
    /** Several lines of these add up. */
    private static final Set<String> LISTS = Set.of(
            "save",
            "rename-command",
            "user",
            "loadmodule",
            "loadmodule-ex",
            "client-output-buffer-limit",
            "module-load");

    private final ServerDraft server;
    private final Ledger ledger;
    private final Parameters found;
    private final CommandRules commands;
    private final ConfigRules config;

    ParameterRules(ServerDraft server, Ledger ledger, Optional<ServerVersion> version) {
        this.server = server;
        this.ledger = ledger;
        this.found = new Parameters(version);
        this.commands = new CommandRules(found, ledger);
        this.config = new ConfigRules(found, ledger);
    }

    Parameters read() {
        Map<String, Directive> last = new LinkedHashMap<>();
        for (Directive directive : server.directives()) {
            if (LISTS.contains(directive.name())) {
                read(directive);
            } else {
                Optional.ofNullable(last.put(directive.name(), directive))
                        .ifPresent(earlier -> replaced(earlier, directive));
            }
        }
        last.values().forEach(this::read);
        config.finish();
        return found;
    }

    private void replaced(Directive earlier, Directive later) {
        if (earlier.value().equals(later.value())) {
            ledger.ours(earlier.item(), later.item() + " says the same");
        } else {
            ledger.left(earlier.item(), later.item() + " comes later and says otherwise", "");
        }
    }

    private void read(Directive directive) {
        switch (directive.name()) {
            case "maxmemory" -> maxMemory(directive);
            case "maxmemory-policy" -> policy(directive);
            case "appendonly" -> found.appendOnly = Optional.of(directive);
            case "appendfsync" -> found.fsync = Optional.of(directive);
            case "save" -> found.saves.add(directive);
            case "requirepass" -> password(directive);
            case "rename-command" -> commands.rename(directive);
            default -> config.read(directive);
        }
    }

    private void maxMemory(Directive directive) {
        Optional<Long> bytes = Bytes.redis(directive.value());
        if (bytes.isEmpty()) {
            ledger.left(
                    directive.item(),
                    Quote.of(directive.value()) + " is no amount of memory",
                    "Write a number of bytes such as 256mb");
        } else if (bytes.get() == 0) {
            ledger.left(
                    directive.item(),
                    "0 means no limit, until the kernel ends the server; maxMemory is a share of the memory limit",
                    "Set spec.redis.managed.resources.limits.memory to what the server may use");
        } else {
            found.maxMemory = Optional.of(new Found<>(directive.item(), bytes.get()));
        }
    }

    private void policy(Directive directive) {
        Optional<EvictionPolicy> policy = Stream.of(EvictionPolicy.values())
                .filter(known -> known.redisName().equalsIgnoreCase(directive.value()))
                .findFirst();
        if (policy.isEmpty()) {
            ledger.left(
                    directive.item(),
                    Quote.of(directive.value()) + " is no eviction policy",
                    "Allowed are "
                            + Stream.of(EvictionPolicy.values())
                                    .map(EvictionPolicy::redisName)
                                    .collect(Collectors.joining(", ")));
            return;
        }
        found.eviction = policy;
        ledger.taken(directive.item(), ManagedRedisTree.FIELD + ".evictionPolicy");
    }

    /** An empty one means that nobody needs a password. */
    private void password(Directive directive) {
        if (directive.value().isEmpty()) {
            ledger.left(
                    directive.item(),
                    "it is empty, so that everybody may log in; the operator makes a password",
                    "The application reads it from the Secret of the connection");
        } else {
            server.password.put(directive.item(), Password.inFile());
        }
    }
}
