package dev.cacheward.cacheprofile.render;

import dev.cacheward.cacheprofile.model.Profile;
import dev.cacheward.cacheprofile.model.ProfileBasics;
import dev.cacheward.drift.Drift;
import dev.cacheward.kubernetes.Labels;
import dev.cacheward.kubernetes.fields.SecretText;
import dev.cacheward.redis.Connection;
import dev.cacheward.redis.ConnectionUrl;
import dev.cacheward.redis.Password;
import dev.cacheward.redis.Tls;
import dev.cacheward.redis.pem.PemKeyForm;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Renders the Secrets with the connection: one as servicebinding.io specifies, one for {@code envFrom}. */
public final class BindingRenderer {
    public static final String PASSWORD = "password";
    private static final String ENV_PASSWORD = "REDIS_PASSWORD";
    private static final String HOST = "host";
    private static final String ENV_HOST = "REDIS_HOST";
    private static final String CA = "ca.crt";

    /** The ends of the names whose values the author or the operator chooses. */
    private static final List<String> LOGIN =
            List.of("port", "database", "username", PASSWORD, "REDIS_PORT", "REDIS_USERNAME", ENV_PASSWORD);

    private BindingRenderer() {}

    /** Returns the Secret of a Provisioned Service with the connection to a managed server. */
    public static Secret binding(Profile profile, Password password) {
        return binding(profile.basics(), profile.connection(password));
    }

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

    /** Returns the Secret with environment variables that lead to a managed server. */
    public static Secret environment(Profile profile, Password password) {
        return environment(profile.basics(), profile.connection(password));
    }

    /** Returns the Secret with environment variables. They are not in the other Secret, since its entries become files. */
    public static Secret environment(ProfileBasics profile, Connection connection) {
        String url = ConnectionUrl.url(connection);
        SortedMap<String, String> data = new TreeMap<>(certificates(connection));
        String prefix = profile.envPrefix();
        data.put(prefix + "REDIS_URL", url);
        data.put(prefix + ENV_HOST, connection.host());
        data.put(prefix + "REDIS_PORT", String.valueOf(connection.port()));
        connection.username().ifPresent(name -> data.put(prefix + "REDIS_USERNAME", name));
        connection.password().ifPresent(password -> data.put(prefix + ENV_PASSWORD, password.value()));
        data.put(prefix + "RATE_LIMIT_STORAGE_URI", url);
        return secret(profile, profile.names().envSecret(), "Opaque", data);
    }

    /** Returns what a client needs for TLS, under the names of the files that it is mounted as. */
    private static SortedMap<String, String> certificates(Connection connection) {
        SortedMap<String, String> files = new TreeMap<>();
        connection.tls().flatMap(Tls::ca).ifPresent(ca -> files.put(CA, ca));
        connection.tls().flatMap(Tls::client).ifPresent(client -> {
            files.put("tls.crt", client.chain());
            files.put("tls.key", PemKeyForm.pkcs8(client.key().value()));
        });
        return files;
    }

    /** Returns the password in the Secret with environment variables, whatever the prefix of its names is. */
    public static Optional<String> environmentPassword(Secret environment) {
        return passwordName(environment).flatMap(name -> SecretText.decode(environment, name));
    }

    private static Optional<String> passwordName(Secret environment) {
        return Optional.ofNullable(environment.getData()).orElse(Map.of()).keySet().stream()
                .filter(name -> name.endsWith(ENV_PASSWORD))
                .findFirst();
    }

    /** Whether the variables of a Secret have another prefix than they should. */
    public static boolean isNamedOtherwise(Secret live, Secret desired) {
        return passwordName(live)
                .filter(name -> !passwordName(desired).equals(Optional.of(name)))
                .isPresent();
    }

    /**
     * Whether two Secrets lead to the same server with the same login. The host is not compared: it follows from the names of
     * the profile, so only another release of the operator writes it in another way, and the old way still leads there.
     */
    public static boolean isSameConnection(Secret live, Secret desired) {
        Map<String, String> before = Optional.ofNullable(live.getData()).orElse(Map.of());
        return desired.getData().entrySet().stream()
                .filter(entry -> LOGIN.stream().anyMatch(entry.getKey()::endsWith))
                .allMatch(entry -> entry.getValue().equals(before.get(entry.getKey())));
    }

    /**
     * Whether nobody has edited a Secret. Not an edit is what another release of the operator writes in another way: which names
     * there are, and the host, which is the same in all values.
     *
     * @param desired with its revision
     */
    public static boolean isUntouched(Secret live, Secret desired) {
        boolean sameNames = fields(live).equals(fields(desired));
        SortedMap<String, String> found = hostless(live);
        return hostless(desired).entrySet().stream()
                .allMatch(entry -> found.containsKey(entry.getKey())
                        ? found.get(entry.getKey()).equals(entry.getValue())
                        : !sameNames);
    }

    private static Optional<String> fields(Secret secret) {
        return Optional.ofNullable(secret.getMetadata().getAnnotations())
                .map(annotations -> annotations.get(Drift.APPLIED_FIELDS));
    }

    /** Returns the texts with a slash, which no host has, in place of the host. */
    private static SortedMap<String, String> hostless(Secret secret) {
        Map<String, String> data = Optional.ofNullable(secret.getData()).orElse(Map.of());
        String host = data.keySet().stream()
                .filter(key -> key.equals(HOST) || key.endsWith(ENV_HOST))
                .flatMap(key -> SecretText.decode(secret, key).stream())
                .findFirst()
                .orElse("");
        SortedMap<String, String> texts = new TreeMap<>();
        data.keySet()
                .forEach(key -> SecretText.decode(secret, key)
                        .ifPresent(text -> texts.put(key, host.isEmpty() ? text : text.replace(host, "/"))));
        return texts;
    }

    /**
     * Adds the revision of the connection to a Secret, unless it is empty; returns the same Secret.
     *
     * @param since when the connection took the place of another; empty if no other works
     */
    public static Secret revised(Secret secret, String revision, Optional<String> since) {
        SortedMap<String, String> annotations = new TreeMap<>();
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
