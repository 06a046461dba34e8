package dev.cacheward.redis.conf;

import dev.cacheward.api.v1alpha1.DisabledCommand;
import dev.cacheward.api.v1alpha1.PersistenceMode;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the {@code rename-command} lines. The file is a secret for the name that CONFIG gets. */
public final class CommandsConf {
    /** What each line begins with, and no other line of the server's files. */
    public static final String DIRECTIVE = "rename-command";

    /**
     * The commands that a server writes into its append-only file as they are, or has a sub-command of that kind (flag
     * {@code write} in COMMAND). One of them in the file and renamed, and the server cannot load the file.
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
     * A line for each disabled command, but for write commands beside an append-only file: those the ACL alone denies.
     *
     * @param configAlias what CONFIG is called if it is disabled: the operator needs it. Of {@code [A-Za-z0-9_-]}
     */
    public static String render(ServerSettings s, String configAlias) {
        return s.disabledCommands().stream()
                .filter(command -> s.persistence() != PersistenceMode.APPEND_ONLY || !WRITES.contains(command))
                .map(command -> rename(command) + (command == DisabledCommand.CONFIG ? configAlias : "\"\"") + "\n")
                .collect(Collectors.joining());
    }

    /** Whether a server that read this text, which {@link #render} wrote, knows CONFIG under its alias alone. */
    public static boolean renamesConfig(String text) {
        return text.lines().anyMatch(line -> line.startsWith(rename(DisabledCommand.CONFIG)));
    }

    /** The line but for the new name. */
    private static String rename(DisabledCommand command) {
        return DIRECTIVE + " " + command.name() + " ";
    }

    /** Whether the command is left its name while there is an append-only file. */
    static boolean keepsItsName(DisabledCommand command) {
        return WRITES.contains(command);
    }
}
