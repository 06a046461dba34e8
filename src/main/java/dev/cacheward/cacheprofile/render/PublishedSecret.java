package dev.cacheward.cacheprofile.render;

import dev.cacheward.cacheprofile.model.ObservedServer;
import dev.cacheward.drift.Drift;
import dev.cacheward.kubernetes.Labels;
import dev.cacheward.kubernetes.fields.SecretText;
import dev.cacheward.redis.Authentication;
import dev.cacheward.redis.Connection;
import dev.cacheward.redis.Login;
import dev.cacheward.redis.Password;
import dev.cacheward.redis.Tls;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads and compares the Secrets that applications read. */
public final class PublishedSecret {
    /** The ends of the names whose values the author or the operator chooses. */
    private static final List<String> LOGIN = List.of(
            "port",
            "database",
            "username",
            BindingRenderer.PASSWORD,
            "REDIS_PORT",
            "REDIS_USERNAME",
            BindingRenderer.ENV_PASSWORD);

    private PublishedSecret() {}

    /** Whether a Secret leads to a Redis that somebody else runs. */
    public static boolean isExternal(Secret secret) {
        return Optional.ofNullable(secret.getMetadata().getAnnotations())
                .filter(annotations -> annotations.containsKey(Labels.EXTERNAL))
                .isPresent();
    }

    /** Whether the published connection leads to a Redis that somebody else runs, whatever this server is. */
    public static boolean leadsElsewhere(ObservedServer server) {
        return server.binding().filter(PublishedSecret::isExternal).isPresent();
    }

    private static Map<String, String> data(Secret secret) {
        return Optional.ofNullable(secret.getData()).orElse(Map.of());
    }

    /** Returns the password in the Secret with environment variables, whatever the prefix of its names is. */
    public static Optional<String> environmentPassword(Secret environment) {
        return passwordName(environment).flatMap(name -> SecretText.decode(environment, name));
    }

    private static Optional<String> passwordName(Secret environment) {
        return nameEndingIn(BindingRenderer.ENV_PASSWORD, environment);
    }

    private static Optional<String> nameEndingIn(String end, Secret environment) {
        return data(environment).keySet().stream()
                .filter(name -> name.endsWith(end))
                .findFirst();
    }

    /** Whether the variables of a Secret have another prefix than they should. */
    public static boolean isNamedOtherwise(Secret live, Secret desired) {
        return urlName(live)
                .filter(name -> !urlName(desired).equals(Optional.of(name)))
                .isPresent();
    }

    private static Optional<String> urlName(Secret environment) {
        return nameEndingIn(BindingRenderer.ENV_URL, environment);
    }

    /**
     * Whether two Secrets lead to the same server with the same login. The host is not compared: it follows from the names of
     * the profile, so only another release of the operator writes it in another way, and the old way still leads there. Of a
     * Redis that somebody else runs, everything is compared.
     */
    public static boolean isSameConnection(Secret live, Secret desired) {
        Map<String, String> before = data(live);
        if (isExternal(live) || isExternal(desired)) {
            return isExternal(live) && isExternal(desired) && before.equals(desired.getData());
        }
        return trustsNoMore(live, desired)
                && desired.getData().entrySet().stream()
                        .filter(entry -> LOGIN.stream().anyMatch(entry.getKey()::endsWith))
                        .allMatch(entry -> entry.getValue().equals(before.get(entry.getKey())));
    }

    /** Whether who has read the live one trusts all that the desired one trusts. */
    private static boolean trustsNoMore(Secret live, Secret desired) {
        return trusted(desired)
                .map(text -> trusted(live).orElse("").contains(text.strip()))
                .orElse(true);
    }

    /** Returns the CAs that a Secret says are trusted; empty for a connection that is not encrypted. */
    public static Optional<String> trusted(Secret binding) {
        return text(binding, BindingRenderer.CA);
    }

    /**
     * Whether nobody has edited a Secret. Not an edit is what another release of the operator writes in another way: which names
     * there are, and the host, which is the same in all values.
     *
     * @param desired with its revision
     */
    public static boolean isUntouched(Secret live, Secret desired) {
        if (isExternal(live) || isExternal(desired)) {
            return isSameConnection(live, desired);
        }
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
        Map<String, String> data = data(secret);
        String host = data.keySet().stream()
                .filter(key -> key.equals(BindingRenderer.HOST) || key.endsWith(BindingRenderer.ENV_HOST))
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
     * Returns the connection that the Secret of a Provisioned Service holds; empty if somebody has edited it so that it holds
     * none.
     *
     * @param like says what is checked of the server's certificate, which no Secret tells
     */
    public static Optional<Connection> connection(Secret binding, Optional<Tls> like) {
        return text(binding, BindingRenderer.HOST)
                .flatMap(host -> text(binding, "port")
                        .filter(port -> port.matches("[0-9]{1,5}"))
                        .map(port -> new Connection(
                                host,
                                Integer.parseInt(port),
                                authentication(binding),
                                text(binding, "database")
                                        .filter(number -> number.matches("[0-9]{1,4}"))
                                        .map(Integer::valueOf),
                                tls(binding, like))));
    }

    private static Authentication authentication(Secret binding) {
        Optional<String> user = text(binding, "username");
        return text(binding, BindingRenderer.PASSWORD)
                .map(Password::new)
                .map(password -> user.<Authentication>map(name -> new Login(name, password))
                        .orElseGet(() -> new Authentication.PasswordOnly(password)))
                .orElseGet(Authentication.None::new);
    }

    private static Optional<Tls> tls(Secret binding, Optional<Tls> like) {
        return text(binding, "url")
                .filter(url -> url.startsWith("rediss:"))
                .map(url -> like.orElseGet(Tls::ofPlatform))
                .map(now -> new Tls(
                        text(binding, BindingRenderer.CA),
                        now.verification(),
                        now.serverName(),
                        text(binding, BindingRenderer.CERTIFICATE)
                                .flatMap(chain -> text(binding, BindingRenderer.KEY)
                                        .map(key -> new Tls.ClientCertificate(chain, new Password(key))))));
    }

    private static Optional<String> text(Secret secret, String key) {
        return SecretText.decode(secret, key);
    }
}
