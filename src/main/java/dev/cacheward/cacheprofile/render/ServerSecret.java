package dev.cacheward.cacheprofile.render;

import dev.cacheward.cacheprofile.model.ChildNames;
import dev.cacheward.cacheprofile.model.Credentials;
import dev.cacheward.cacheprofile.model.ObservedServer;
import dev.cacheward.cacheprofile.model.Profile;
import dev.cacheward.drift.Drift;
import dev.cacheward.kubernetes.fields.SecretText;
import dev.cacheward.redis.conf.RedisConf;
import io.fabric8.kubernetes.api.model.KeyToPathBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Renders the Secret with the files that the server reads and with what the operator needs to log in. Only the files are
 * mounted.
 */
public final class ServerSecret {
    public static final String OPERATOR_PASSWORD = "operator-password";
    public static final String CONFIG_COMMAND = "config-command";
    /** The files belong to root, and the server reads them through the group that fsGroup sets. */
    private static final int MODE = 0440;

    private ServerSecret() {}

    static Secret render(Profile profile, Credentials credentials, ServerFiles files) {
        SortedMap<String, String> data = new TreeMap<>(files.secret());
        data.put(OPERATOR_PASSWORD, credentials.operator().value());
        data.put(CONFIG_COMMAND, credentials.configCommand());
        data.putAll(credentials.rotation().texts());
        return Drift.stamp(new SecretBuilder()
                .withMetadata(ChildMetadata.of(profile.owner(), profile.names().serverSecret()))
                .withType("Opaque")
                .withData(SecretText.encode(data))
                .build());
    }

    /** Returns a text in the Secret; empty if it is missing. */
    public static Optional<String> read(Secret secret, String key) {
        return SecretText.decode(secret, key);
    }

    /** Returns the text of the ACL file that a server was given; empty if it is missing. */
    public static Optional<String> users(ObservedServer server) {
        return server.secret().flatMap(secret -> read(secret, RedisConf.ACL_FILE));
    }

    static Volume volume(ChildNames names) {
        return new VolumeBuilder()
                .withName("secret")
                .withNewSecret()
                .withSecretName(names.serverSecret())
                .withDefaultMode(MODE)
                .withItems(Stream.of(RedisConf.COMMANDS_FILE, RedisConf.PROBE_PASSWORD_FILE, RedisConf.ACL_FILE)
                        .map(name -> new KeyToPathBuilder()
                                .withKey(name)
                                .withPath(name)
                                .build())
                        .toList())
                .endSecret()
                .build();
    }
}
