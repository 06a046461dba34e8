package dev.cacheward.cacheprofile.plan.rotation;

import dev.cacheward.cacheprofile.model.ObservedServer;
import dev.cacheward.cacheprofile.model.rotation.Rotation;
import dev.cacheward.cacheprofile.render.BindingRenderer;
import dev.cacheward.cacheprofile.render.PublishedSecret;
import dev.cacheward.cacheprofile.render.ServerSecret;
import dev.cacheward.kubernetes.Labels;
import dev.cacheward.redis.AclUser;
import dev.cacheward.redis.Password;
import dev.cacheward.redis.conf.AclFile;
import dev.cacheward.redis.conf.RedisConf;
import io.fabric8.kubernetes.api.model.Secret;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;

/**
 * What the Secrets of a server say about passwords.
 *
 * @param users the text of the ACL file; empty without one
 * @param isDeleted whether there is no Secret of a Provisioned Service, whatever is in it
 * @param elsewhere whether applications have the connection to a Redis of somebody else, until this server is ready
 * @param binding the password in the Secret of a Provisioned Service
 * @param environment the password in the Secret for {@code envFrom}
 * @param since when the published connection took the place of another; empty if that is not known
 */
public record KnownPasswords(
        Optional<String> users,
        boolean isDeleted,
        boolean elsewhere,
        Optional<Password> binding,
        Optional<Password> environment,
        Optional<Instant> since,
        Optional<Password> operator,
        Optional<Password> probe,
        Optional<String> configCommand,
        Rotation rotation) {
    /** Reads the Secrets of a server. */
    public static KnownPasswords of(ObservedServer server) {
        Optional<Secret> binding = server.binding().filter(secret -> !PublishedSecret.isExternal(secret));
        return new KnownPasswords(
                text(server.secret(), RedisConf.ACL_FILE),
                binding.isEmpty(),
                PublishedSecret.leadsElsewhere(server),
                password(binding, BindingRenderer.PASSWORD),
                server.environment()
                        .filter(secret -> !PublishedSecret.isExternal(secret))
                        .flatMap(PublishedSecret::environmentPassword)
                        .filter(text -> !text.isEmpty())
                        .map(Password::new),
                binding.flatMap(KnownPasswords::since),
                password(server.secret(), ServerSecret.OPERATOR_PASSWORD),
                password(server.secret(), RedisConf.PROBE_PASSWORD_FILE),
                text(server.secret(), ServerSecret.CONFIG_COMMAND),
                server.secret()
                        .map(secret -> Rotation.read(key -> ServerSecret.read(secret, key)))
                        .orElseGet(Rotation::none));
    }

    /** Returns the hashes of the application's passwords in the ACL file. */
    public SortedSet<String> told() {
        return AclFile.hashes(users.orElse(""), AclUser.APPLICATION);
    }

    /**
     * Returns the application's password that the server knows: of the published ones, that whose hash is in the ACL file.
     * Without an ACL file the password of the binding counts. It is empty if the password is in neither Secret any more.
     */
    public Optional<Password> inForce() {
        return users.isEmpty()
                ? binding
                : Stream.of(binding, environment)
                        .flatMap(Optional::stream)
                        .filter(password -> told().contains(password.sha256()))
                        .findFirst();
    }

    /** Whether applications find this password in both Secrets. */
    public boolean publish(Password application) {
        return binding.equals(Optional.of(application)) && environment.equals(binding);
    }

    /** Whether this password would be lost if it were not kept elsewhere. */
    boolean isUnpublished(Password application) {
        return Stream.of(binding, environment).noneMatch(Optional.of(application)::equals);
    }

    private static Optional<Instant> since(Secret binding) {
        try {
            return Optional.ofNullable(binding.getMetadata().getAnnotations())
                    .map(annotations -> annotations.get(Labels.PUBLISHED))
                    .map(Instant::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Password> password(Optional<Secret> secret, String key) {
        return text(secret, key).map(Password::new);
    }

    private static Optional<String> text(Optional<Secret> secret, String key) {
        return secret.flatMap(found -> ServerSecret.read(found, key)).filter(text -> !text.isEmpty());
    }
}
