package dev.cacheward.redis.conf;

import dev.cacheward.api.v1alpha1.DisabledCommand;
import dev.cacheward.api.v1alpha1.PersistenceMode;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the {@code rename-command} lines. The file is a secret, since it holds the new name of CONFIG. */
public final class CommandsConf {
    /** Each line begins with this word; no other line of the server's files does. */
    public static final String DIRECTIVE = "rename-command";

    /**
     * A server writes these commands, or a sub-command of them, into its append-only file by name (flag {@code write} in
     * COMMAND). If one of them is in the file and renamed, the server cannot load the file.
     */
    private static final Set<DisabledCommand> WRITES = EnumSet.of(
            DisabledCommand.FLUSHDB,
            DisabledCommand.FLUSHALL,
            DisabledCommand.SORT,
            DisabledCommand.SWAPDB,
            DisabledCommand.MOVE,
            DisabledCommand.MIGRATE,
            DisabledCommand.RESTORE,
            DisabledCommand.CLUSTER,
            DisabledCommand.FUNCTION);

    private CommandsConf() {}

    /**
     * Returns a line for each disabled command. Write commands have none when there is an append-only file: then only the ACL
     * denies them.
     *
     * @param configAlias the name of CONFIG while it is disabled, since the operator needs it; of {@code [A-Za-z0-9_-]}
     */
    public static String render(ServerSettings s, String configAlias) {
        return s.disabledCommands().stream()
                .filter(command -> s.persistence() != PersistenceMode.APPEND_ONLY || !WRITES.contains(command))
                .map(command -> rename(command) + (command == DisabledCommand.CONFIG ? configAlias : "\"\"") + "\n")
                .collect(Collectors.joining());
    }

    /** Whether a server that read this text from {@link #render} knows CONFIG only by its alias. */
    public static boolean renamesConfig(String text) {
        return text.lines().anyMatch(line -> line.startsWith(rename(DisabledCommand.CONFIG)));
    }

    /**
     * Whether a server that read one text may serve on although another is wanted: commands that are disabled only there are
     * denied by the users until the next start. A command that comes back, and the name of CONFIG, need a new process.
     */
    public static boolean mayWait(String running, String wanted) {
        return wanted.lines().toList().containsAll(running.lines().toList())
                && renamesConfig(running) == renamesConfig(wanted);
    }

    /** Returns the line without the new name. */
    private static String rename(DisabledCommand command) {
        return DIRECTIVE + " " + command.name() + " ";
    }
}
