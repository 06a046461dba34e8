package dev.cacheward.cli.imports.server;

import dev.cacheward.cli.imports.draft.Directive;
import dev.cacheward.cli.imports.report.Ledger;
import dev.cacheward.redis.conf.ConfigParameters;
import dev.cacheward.validation.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads the parameters that have no field of their own. They go into {@code config}, or it is told who sets them. */
final class ConfigRules {
    private static final String FIELD = ManagedRedisTree.FIELD + ".config";
    private static final int MOST = 64;
    private static final int LONGEST = 512;
    private static final String BUFFERS = "client-output-buffer-limit";

    /** What every operator of a Redis in a container sets by itself. */
    private static final Set<String> OURS = Set.of(
            "bind",
            "port",
            "protected-mode",
            "daemonize",
            "supervised",
            "pidfile",
            "logfile",
            "dir",
            "dbfilename",
            "appendfilename",
            "appenddirname",
            "acl-pubsub-default",
            "enable-protected-configs",
            "enable-debug-command",
            "enable-module-command");

    /** With these values a parameter of a feature says that the feature is not used. */
    private static final Set<String> OFF = Set.of("no", "0", "", "off", "false");

    private final Parameters found;
    private final Ledger ledger;
    private final List<Directive> buffers = new ArrayList<>();

    ConfigRules(Parameters found, Ledger ledger) {
        this.found = found;
        this.ledger = ledger;
    }

    void read(Directive directive) {
        if (directive.name().equals(BUFFERS)) {
            buffers.add(directive);
            return;
        }
        if (ConfigParameters.isReserved(directive.name())) {
            reserved(directive);
        } else {
            parameter(List.of(directive), directive.value());
        }
    }

    /** The lines of one server's buffers are one parameter. */
    void finish() {
        if (!buffers.isEmpty()) {
            parameter(
                    buffers,
                    String.join(" ", buffers.stream().map(Directive::value).toList()));
        }
    }

    private void reserved(Directive directive) {
        String why = ConfigParameters.whyReserved(directive.name()).orElse("the operator sets it");
        if (OURS.contains(directive.name())) {
            ledger.ours(directive.item(), why);
        } else if (OFF.contains(directive.value())) {
            ledger.ours(directive.item(), "it is not used here either: " + why);
        } else {
            ledger.left(directive.item(), why, "");
        }
    }

    private void parameter(List<Directive> lines, String value) {
        String name = lines.get(0).name();
        if (ConfigParameters.isDefault(name, value)) {
            lines.forEach(line -> ledger.ours(line.item(), "every server has this value by itself"));
            return;
        }
        Optional<String> refusal = refusal(name, value);
        if (refusal.isPresent()) {
            lines.forEach(line -> ledger.left(line.item(), refusal.get(), ""));
            return;
        }
        found.config.put(name, value);
        lines.forEach(line -> ledger.taken(line.item(), FIELD + "." + name));
    }

    private Optional<String> refusal(String name, String value) {
        if (found.config.size() >= MOST) {
            return Optional.of("config has " + MOST + " parameters at most");
        }
        if (value.length() > LONGEST) {
            return Optional.of("its value is longer than " + LONGEST + " characters");
        }
        Map<String, String> all = new TreeMap<>(found.config);
        all.put(name, value);
        return ConfigParameters.check("", all, found.version).stream()
                .map(Problem::message)
                .map(message -> message.replaceFirst("[.]$", ""))
                .findFirst();
    }
}
