package dev.cacheward.cacheprofile.render;

import dev.cacheward.cacheprofile.model.Profile;
import dev.cacheward.drift.Drift;
import dev.cacheward.redis.AclUser;
import dev.cacheward.redis.ConnectionUrl;
import dev.cacheward.redis.Password;
import dev.cacheward.redis.conf.RedisConf;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.util.SortedMap;
import java.util.TreeMap;

/** Renders the Secrets with the connection: one as servicebinding.io specifies, one for {@code envFrom}. */
public final class BindingRenderer {
    public static final String PASSWORD = "password";
    public static final String ENV_PASSWORD = "REDIS_PASSWORD";

    private BindingRenderer() {}

    /**
     * Returns the Secret of a Provisioned Service. It has both {@code uri} and {@code url}, since libraries read one or the
     * other.
     */
    public static Secret binding(Profile profile, Password password) {
        String host = profile.host();
        String url = ConnectionUrl.url(host, RedisConf.PORT, password);
        SortedMap<String, String> data = new TreeMap<>();
        data.put("type", "redis");
        data.put("provider", "cacheward");
        data.put("host", host);
        data.put("port", String.valueOf(RedisConf.PORT));
        data.put("database", "0");
        data.put("username", AclUser.APPLICATION);
        data.put(PASSWORD, password.value());
        data.put("uri", url);
        data.put("url", url);
        return secret(profile, profile.names().redis(), "servicebinding.io/redis", data);
    }

    /** Returns the Secret with environment variables. They are not in the other Secret, since its entries become files. */
    public static Secret environment(Profile profile, Password password) {
        String host = profile.host();
        String url = ConnectionUrl.url(host, RedisConf.PORT, password);
        SortedMap<String, String> data = new TreeMap<>();
        data.put("REDIS_URL", url);
        data.put("REDIS_HOST", host);
        data.put("REDIS_PORT", String.valueOf(RedisConf.PORT));
        data.put("REDIS_USERNAME", AclUser.APPLICATION);
        data.put(ENV_PASSWORD, password.value());
        data.put("RATE_LIMIT_STORAGE_URI", url);
        return secret(profile, profile.names().envSecret(), "Opaque", data);
    }

    private static Secret secret(Profile profile, String name, String type, SortedMap<String, String> data) {
        return Drift.stamp(new SecretBuilder()
                .withMetadata(ChildMetadata.of(profile, name))
                .withType(type)
                .withData(SecretText.encode(data))
                .build());
    }
}
