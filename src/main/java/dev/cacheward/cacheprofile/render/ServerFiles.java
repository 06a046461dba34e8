package dev.cacheward.cacheprofile.render;

import dev.cacheward.cacheprofile.model.Credentials;
import dev.cacheward.redis.conf.AclFile;
import dev.cacheward.redis.conf.CommandsConf;
import dev.cacheward.redis.conf.RedisConf;
import dev.cacheward.redis.conf.ServerSettings;
import dev.cacheward.redis.conf.UserHashes;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The texts that a Redis server reads, by file name.
 *
 * @param conf the files without secrets
 * @param secret the files with secrets
 */
record ServerFiles(SortedMap<String, String> conf, SortedMap<String, String> secret) {
    /** The hashes for a preflight. No known password has them, so nobody can log in. */
    private static final UserHashes NOBODYS =
            new UserHashes("0".repeat(64), "0".repeat(64), "0".repeat(64), "0".repeat(64));

    static ServerFiles render(ServerSettings settings, Credentials credentials) {
        return render(
                settings,
                credentials.hashes(),
                credentials.configCommand(),
                credentials.probe().value());
    }

    /** Returns the same files without any secret. Equal settings give equal files. */
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

    /** Returns the texts in objects that exist; empty if one is missing. */
    static Optional<ServerFiles> read(ConfigMap conf, Secret secret) {
        SortedMap<String, String> texts = new TreeMap<>();
        for (String name : List.of(RedisConf.ACL_FILE, RedisConf.COMMANDS_FILE, RedisConf.PROBE_PASSWORD_FILE)) {
            ServerSecret.read(secret, name).ifPresent(text -> texts.put(name, text));
        }
        return Optional.ofNullable(conf.getData().get(RedisConf.CONF_FILE))
                .filter(text -> texts.size() == 3)
                .map(text -> new ServerFiles(new TreeMap<>(Map.of(RedisConf.CONF_FILE, text)), texts));
    }

    /** Returns all texts by the names of their files. */
    Map<String, String> byName() {
        Map<String, String> all = new TreeMap<>(conf);
        all.putAll(secret);
        return all;
    }

    /** Returns all texts, to be hashed. A change of this format would replace the pods of all profiles. */
    String text() {
        return conf + "\n" + secret;
    }
}
