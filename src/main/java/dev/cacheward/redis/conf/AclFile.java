package dev.cacheward.redis.conf;

import dev.cacheward.api.v1alpha1.DisabledCommand;
import dev.cacheward.redis.AclUser;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes {@code users.acl}: four users, with passwords as hashes; a user has
 * more than one while its password changes. A rule names a command by its original name, even if the
 * command is renamed. Without a line for {@code default} the server would be open to everybody.
 */
public final class AclFile {
    /**
     * The default of {@code disabledCommands}. The application may use one of these again as soon as it is off that list; other
     * commands that the ACL denies need {@code allowedCommands}.
     */
    public static final Set<DisabledCommand> DISABLED_BY_DEFAULT = Collections.unmodifiableSet(EnumSet.of(
            DisabledCommand.FLUSHDB, DisabledCommand.FLUSHALL, DisabledCommand.KEYS, DisabledCommand.CONFIG));

    /**
     * Applications need these, though {@code -@admin -@dangerous} denies them: libraries send INFO and ROLE, queues use SORT.
     */
    private static final List<String> NEEDED = List.of("info", "sort", "sort_ro", "role", "client|list");

    /** What the operator needs to change a server while it runs. */
    private static final List<String> CHANGES = List.of("+acl|setuser", "+acl|getuser", "+acl|deluser", "+acl|list");

    /** What the operator needs to have a server change places with another. */
    private static final List<String> PLACES =
            List.of("+replicaof", "+failover", "+client|pause", "+client|unpause", "+client|kill");

    private static final List<String> REPLICATION = List.of("-@all", "+psync", "+replconf", "+ping");

    private AclFile() {}

    /** Returns the text of the file; equal settings give equal text. */
    public static String render(ServerSettings s, UserHashes hashes) {
        List<String> application = new ArrayList<>(List.of("~*", "&*", "+@all", "-@admin", "-@dangerous"));
        granted(s).forEach(command -> application.add("+" + command));
        s.disabledCommands().forEach(command -> application.add("-" + lower(command.name())));
        return user(AclUser.APPLICATION, hashes.application(), application)
                + user(AclUser.OPERATOR, hashes.operator(), operator(s))
                + user(AclUser.PROBE, hashes.probe(), List.of("-@all", "+ping"))
                + (s.rendering() == Rendering.FIRST ? "" : user(AclUser.REPLICA, hashes.replica(), REPLICATION));
    }

    private static List<String> operator(ServerSettings s) {
        List<String> rules = new ArrayList<>(List.of("~cacheward:*", "-@all", "+ping", "+info", "+config", "+bgsave"));
        if (s.rendering() != Rendering.FIRST) {
            rules.addAll(CHANGES);
            rules.addAll(PLACES);
        }
        return rules;
    }

    /** Whether the operator may change the users of a server that read this text. Servers of the first rendering do not let it. */
    public static boolean letsOperatorChangeUsers(String text) {
        return line(text, AclUser.OPERATOR)
                .filter(line -> line.contains(" +acl"))
                .isPresent();
    }

    /** Whether servers that read this text can follow each other, and let the operator have them change places. */
    public static boolean letsServersChangePlaces(String text) {
        return line(text, AclUser.REPLICA).isPresent()
                && line(text, AclUser.OPERATOR)
                        .filter(line -> line.contains(" +failover"))
                        .isPresent();
    }

    private static Set<String> granted(ServerSettings s) {
        Set<String> granted = new LinkedHashSet<>(NEEDED);
        DISABLED_BY_DEFAULT.forEach(command -> granted.add(lower(command.name())));
        s.allowedCommands().stream()
                .map(AclFile::lower)
                .collect(Collectors.toCollection(TreeSet::new))
                .forEach(granted::add);
        // A disabled command stays disabled, and so do its sub-commands.
        granted.removeIf(command -> s.disabledCommands().stream()
                .map(disabled -> lower(disabled.name()))
                .anyMatch(disabled -> command.equals(disabled) || command.startsWith(disabled + "|")));
        return granted;
    }

    private static String user(String name, SortedSet<String> hashes, List<String> rules) {
        return "user " + name + " reset on #" + String.join(" #", hashes) + " " + String.join(" ", rules) + "\n";
    }

    /** Returns the line of a user, without its end; empty if the text has none. */
    public static Optional<String> line(String text, String user) {
        return text.lines()
                .filter(line -> line.startsWith("user " + user + " "))
                .findFirst();
    }

    /** Returns the hashes of the passwords that a user may log in with; none if the text has no such user. */
    public static SortedSet<String> hashes(String text, String user) {
        return line(text, user).stream()
                .flatMap(line -> Stream.of(line.split(" ")))
                .filter(rule -> rule.startsWith("#"))
                .map(rule -> rule.substring(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String lower(String command) {
        return command.toLowerCase(Locale.ROOT);
    }
}
