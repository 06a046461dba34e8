package dev.cacheward.redis.conf.live;

import dev.cacheward.redis.LiveChange;
import dev.cacheward.redis.ServerVersion;
import dev.cacheward.redis.conf.AclFile;
import dev.cacheward.redis.conf.CommandsConf;
import dev.cacheward.redis.conf.RedisConf;
import dev.cacheward.redis.conf.ServerSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Finds out whether a running server can be told what is new in its files. */
public final class ChangedFiles {
    private ChangedFiles() {}

    /**
     * Returns the way from some files of a server to others; empty if only a new process gets there.
     *
     * @param running the texts that the server was started with or changed to, by the names of their files
     * @param wanted the texts that are made of {@code settings}
     */
    public static Optional<LiveChange> change(
            Map<String, String> running, Map<String, String> wanted, ServerSettings settings, ServerVersion server) {
        Optional<SortedMap<String, String>> parameters = ChangedLines.of(
                        text(running, RedisConf.CONF_FILE), text(wanted, RedisConf.CONF_FILE))
                .parameters(RedisConf.values(settings), server);
        String users = text(running, RedisConf.ACL_FILE);
        List<String> changed = text(wanted, RedisConf.ACL_FILE)
                .lines()
                .filter(line -> users.lines().noneMatch(line::equals))
                .toList();
        boolean possible =
                CommandsConf.mayWait(text(running, RedisConf.COMMANDS_FILE), text(wanted, RedisConf.COMMANDS_FILE))
                        && (changed.isEmpty() || AclFile.letsOperatorChangeUsers(users));
        return parameters.filter(found -> possible).map(found -> new LiveChange(found, changed));
    }

    private static String text(Map<String, String> files, String name) {
        return files.getOrDefault(name, "");
    }
}
