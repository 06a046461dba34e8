package dev.cacheward.redis.conf;

import dev.cacheward.api.v1alpha1.DisabledCommand;
import dev.cacheward.validation.Problem;
import dev.cacheward.validation.Quote;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Says which commands can be given back to the application. The names are those of Redis 7.0, which every supported server
 * knows: one unknown name in the users' file and the server does not start. Letter case does not count.
 */
public final class AllowedCommands {
    /**
     * Who has one of these has the server: other users and passwords, other settings, code of his own in it, its end, or its
     * data by way of another server. Their harmless sub-commands, such as {@code CLUSTER|SLOTS}, are open anyway.
     */
    private static final Set<String> NEVER = Set.of(
            "acl",
            "config",
            "shutdown",
            "debug",
            "module",
            "replicaof",
            "slaveof",
            "failover",
            "sync",
            "psync",
            "replconf",
            "cluster",
            "pfdebug",
            "pfselftest");

    private static final String HELD = "held";
    /** Command or {@code command|sub} to {@code open} or {@code held} (by {@code -@admin -@dangerous}). */
    private static final Map<String, String> GROUPS = CatalogueFile.rows("commands.csv", 2).stream()
            .collect(Collectors.toUnmodifiableMap(row -> row.get(0), row -> row.get(1)));

    private AllowedCommands() {}

    /**
     * At most one problem for each entry.
     *
     * @param field the list's own path; a problem's field is that and the entry's index in brackets
     */
    public static List<Problem> check(String field, List<String> commands, Set<DisabledCommand> disabled) {
        List<Problem> problems = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < commands.size(); i++) {
            String path = field + "[" + i + "]";
            refusal(commands.get(i), disabled, taken).ifPresent(message -> problems.add(new Problem(path, message)));
        }
        return List.copyOf(problems);
    }

    private static Optional<String> refusal(String command, Set<DisabledCommand> disabled, Set<String> taken) {
        String name = command.toLowerCase(Locale.ROOT);
        String shown = Quote.of(command);
        if (!GROUPS.containsKey(name)) {
            return Optional.of(shown + " is no command that every supported server knows; name one such as CLIENT, or"
                    + " one of its sub-commands such as CLIENT|LIST");
        }
        if (!taken.add(name)) {
            return Optional.of(shown + " is given twice");
        }
        String parent = name.split("\\|")[0];
        if (disabled.stream().anyMatch(other -> other.name().equalsIgnoreCase(parent))) {
            return Optional.of(shown + " is disabled for everybody; take " + parent.toUpperCase(Locale.ROOT)
                    + " off disabledCommands");
        }
        return isNever(name, parent)
                ? Optional.of(shown + " is never given to an application: who has it has the whole server")
                : Optional.empty();
    }

    private static boolean isNever(String name, String parent) {
        return NEVER.contains(name)
                || NEVER.contains(parent) && GROUPS.get(name).equals(HELD);
    }
}
