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
 * knows: with one unknown name in the users' file the server would not start. Letter case does not matter.
 */
public final class AllowedCommands {
    /**
     * Each of these gives control of the server: it changes users, passwords or settings, loads code, stops the server, or
     * copies its data to another one. Their harmless sub-commands, such as {@code CLUSTER|SLOTS}, are allowed anyway.
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
    /** Maps a command or {@code command|sub} to {@code open}, or to {@code held} if {@code -@admin -@dangerous} denies it. */
    private static final Map<String, String> GROUPS = CatalogueFile.rows("commands.csv", 2).stream()
            .collect(Collectors.toUnmodifiableMap(row -> row.get(0), row -> row.get(1)));

    private AllowedCommands() {}

    /**
     * Returns at most one problem for each entry.
     *
     * @param field the path of the list; a problem's field is this path with the entry's index in brackets
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
