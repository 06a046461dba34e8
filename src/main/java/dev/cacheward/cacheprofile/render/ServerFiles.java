package dev.cacheward.cacheprofile.render;

import dev.cacheward.cacheprofile.model.Credentials;
import dev.cacheward.redis.conf.AclFile;
import dev.cacheward.redis.conf.CommandsConf;
import dev.cacheward.redis.conf.RedisConf;
import dev.cacheward.redis.conf.ServerSettings;
import dev.cacheward.redis.conf.UserHashes;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The texts that a Redis server reads, by file name.
 *
 * @param conf not secret
 * @param secret for the server's eyes only
 */
record ServerFiles(SortedMap<String, String> conf, SortedMap<String, String> secret) {
    /** Where a change is only tried out: the hash of no password that anybody knows, so that nobody can log in. */
    private static final UserHashes NOBODYS = new UserHashes("0".repeat(64), "0".repeat(64), "0".repeat(64));

    static ServerFiles render(ServerSettings settings, Credentials credentials) {
        return render(
                settings,
                credentials.hashes(),
                credentials.configCommand(),
                credentials.probe().value());
    }

    /** The same files without any secret: equal for equal settings. */
    static ServerFiles withoutSecrets(ServerSettings settings) {
        return render(settings, NOBODYS, "PREFLIGHT", "");
    }

    private static ServerFiles render(ServerSettings settings, UserHashes hashes, String configCommand, String probe) {
        SortedMap<String, String> conf = new TreeMap<>();
        conf.put(RedisConf.CONF_FILE, RedisConf.render(settings));
        SortedMap<String, String> secret = new TreeMap<>();
        secret.put(RedisConf.ACL_FILE, AclFile.render(settings, hashes));
        secret.put(RedisConf.COMMANDS_FILE, CommandsConf.render(settings, configCommand));
        secret.put(RedisConf.PROBE_PASSWORD_FILE, probe);
        return new ServerFiles(conf, secret);
    }

    /** Changes with every change of any text; and another form of it replaces the pod of every profile. */
    String text() {
        return conf + "\n" + secret;
    }
}
