package dev.cacheward.cacheprofile;

import dev.cacheward.redis.AclFile;
import dev.cacheward.redis.CommandsConf;
import dev.cacheward.redis.Password;
import dev.cacheward.redis.RedisConf;
import dev.cacheward.redis.ServerSettings;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The texts that a Redis server reads, by file name.
 *
 * @param conf not secret
 * @param secret for the server's eyes only
 */
record ServerFiles(SortedMap<String, String> conf, SortedMap<String, String> secret) {
    static final String CONF = "redis.conf";
    static final String USERS = "users.acl";
    static final String COMMANDS = "commands.conf";
    static final String PROBE_PASSWORD = "probe-password";

    /** Stands in for every password where a change is only tried out: such a server is reached by nobody and lives seconds. */
    private static final Password NOBODYS = new Password("preflight");

    static ServerFiles render(ServerSettings settings, Credentials credentials) {
        SortedMap<String, String> conf = new TreeMap<>();
        conf.put(CONF, RedisConf.render(settings));
        SortedMap<String, String> secret = new TreeMap<>();
        secret.put(USERS, AclFile.render(settings, credentials.hashes()));
        secret.put(COMMANDS, CommandsConf.render(settings, credentials.configCommand()));
        secret.put(PROBE_PASSWORD, credentials.probe().value());
        return new ServerFiles(conf, secret);
    }

    /** The same files without any secret: equal for equal settings. */
    static ServerFiles withoutSecrets(ServerSettings settings) {
        return render(settings, new Credentials(NOBODYS, NOBODYS, NOBODYS, "PREFLIGHT"));
    }

    /** Changes with every change of any text. */
    String text() {
        return conf + "\n" + secret;
    }
}
