package dev.cacheward.cacheprofile.render;

import dev.cacheward.cacheprofile.model.ProfileBasics;
import dev.cacheward.drift.Drift;
import dev.cacheward.kubernetes.Labels;
import dev.cacheward.kubernetes.fields.SecretText;
import dev.cacheward.redis.Connection;
import dev.cacheward.redis.ConnectionUrl;
import dev.cacheward.redis.Tls;
import dev.cacheward.redis.pem.PemKeyForm;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Renders the Secrets with the connection: one as servicebinding.io specifies, one for {@code envFrom}. */
public final class BindingRenderer {
    public static final String PASSWORD = "password";
    static final String ENV_PASSWORD = "REDIS_PASSWORD";
    static final String HOST = "host";
    static final String ENV_HOST = "REDIS_HOST";
    static final String ENV_URL = "REDIS_URL";
    static final String CA = "ca.crt";
    static final String CERTIFICATE = "tls.crt";
    static final String KEY = "tls.key";

    private BindingRenderer() {}

    /**
     * Returns the Secret of a Provisioned Service. It has both {@code uri} and {@code url}, since libraries read one or the
     * other, and lacks what the connection lacks.
     */
    public static Secret binding(ProfileBasics profile, Connection connection) {
        String url = ConnectionUrl.url(connection);
        SortedMap<String, String> data = new TreeMap<>(certificates(connection));
        data.put("type", "redis");
        data.put("provider", "cacheward");
        data.put(HOST, connection.host());
        data.put("port", String.valueOf(connection.port()));
        connection.database().ifPresent(number -> data.put("database", String.valueOf(number)));
        connection.username().ifPresent(name -> data.put("username", name));
        connection.password().ifPresent(password -> data.put(PASSWORD, password.value()));
        data.put("uri", url);
        data.put("url", url);
        return secret(profile, profile.names().redis(), "servicebinding.io/redis", data);
    }

    /**
     * Returns the Secret with environment variables. They are not in the other Secret, since its entries become files. A key of a
     * client is in the other only: newer versions of Kubernetes make variables of all entries, and a key belongs into no environment.
     */
    public static Secret environment(ProfileBasics profile, Connection connection) {
        String url = ConnectionUrl.url(connection);
        SortedMap<String, String> data = new TreeMap<>(authorities(connection));
        String prefix = profile.envPrefix();
        data.put(prefix + ENV_URL, url);
        data.put(prefix + ENV_HOST, connection.host());
        data.put(prefix + "REDIS_PORT", String.valueOf(connection.port()));
        connection.username().ifPresent(name -> data.put(prefix + "REDIS_USERNAME", name));
        connection.password().ifPresent(password -> data.put(prefix + ENV_PASSWORD, password.value()));
        data.put(prefix + "RATE_LIMIT_STORAGE_URI", url);
        return secret(profile, profile.names().envSecret(), "Opaque", data);
    }

    /** Returns what a client needs for TLS, under the names of the files that it is mounted as. */
    private static SortedMap<String, String> certificates(Connection connection) {
        SortedMap<String, String> files = authorities(connection);
        connection.tls().flatMap(Tls::client).ifPresent(client -> {
            files.put(CERTIFICATE, client.chain());
            files.put(KEY, PemKeyForm.pkcs8(client.key().value()));
        });
        return files;
    }

    private static SortedMap<String, String> authorities(Connection connection) {
        SortedMap<String, String> files = new TreeMap<>();
        connection.tls().flatMap(Tls::ca).ifPresent(ca -> files.put(CA, ca));
        return files;
    }

    /** Marks a Secret as leading to a Redis that somebody else runs; returns the same Secret. */
    public static Secret external(Secret secret) {
        secret.getMetadata().setAnnotations(new TreeMap<>(Map.of(Labels.EXTERNAL, "true")));
        return Drift.stamp(secret);
    }

    /**
     * Adds the revision of the connection to a Secret, unless it is empty; returns the same Secret.
     *
     * @param since when the connection took the place of another; empty if no other works
     */
    public static Secret revised(Secret secret, String revision, Optional<String> since) {
        SortedMap<String, String> annotations = new TreeMap<>(
                Optional.ofNullable(secret.getMetadata().getAnnotations()).orElse(Map.of()));
        annotations.remove(Drift.APPLIED_FIELDS);
        since.ifPresent(text -> annotations.put(Labels.PUBLISHED, text));
        if (!revision.isEmpty()) {
            annotations.put(Labels.CONNECTION, revision);
        }
        if (!annotations.isEmpty()) {
            secret.getMetadata().setAnnotations(annotations);
        }
        return Drift.stamp(secret);
    }

    private static Secret secret(ProfileBasics profile, String name, String type, SortedMap<String, String> data) {
        return Drift.stamp(new SecretBuilder()
                .withMetadata(ChildMetadata.of(profile.owner(), name))
                .withType(type)
                .withData(SecretText.encode(data))
                .build());
    }
}
