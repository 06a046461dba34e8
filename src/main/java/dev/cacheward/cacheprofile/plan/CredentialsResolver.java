package dev.cacheward.cacheprofile.plan;

import dev.cacheward.api.v1alpha1.DisabledCommand;
import dev.cacheward.cacheprofile.model.Credentials;
import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.ObservedServer;
import dev.cacheward.cacheprofile.model.UserSecret;
import dev.cacheward.cacheprofile.render.BindingRenderer;
import dev.cacheward.cacheprofile.render.ServerSecret;
import dev.cacheward.redis.Password;
import dev.cacheward.redis.PasswordGenerator;
import dev.cacheward.redis.conf.CommandsConf;
import dev.cacheward.redis.conf.RedisConf;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides which credentials are in force: those in the Secrets, and new ones for those that are missing. A lost password of the
 * application cannot be recovered, so it is replaced at once.
 */
public final class CredentialsResolver {
    private final PasswordGenerator generator;

    public CredentialsResolver(PasswordGenerator generator) {
        this.generator = generator;
    }

    /**
     * Returns the credentials of the desired server; empty while the author's own password, or the existence of others, is
     * unknown.
     */
    public Optional<Credentials> resolve(Observed observed, UserSecret userSecret) {
        if (userSecret instanceof UserSecret.Unusable || observed.hidden().isPresent()) {
            return Optional.empty();
        }
        return Optional.of(resolve(
                observed,
                userSecret instanceof UserSecret.Found found
                        ? found.password()
                        : restored(observed.server())
                                .orElseGet(() -> kept(observed.server().binding(), BindingRenderer.PASSWORD))));
    }

    /**
     * Restores the password of an edited binding, as long as it is known what the server was given. A deleted binding asks for
     * a new password.
     */
    private static Optional<Password> restored(ObservedServer server) {
        return server.binding().flatMap(binding -> inForce(server));
    }

    /**
     * Returns the application's password that the running server knows: of the published ones, that whose hash is in the ACL
     * file. Without an ACL file the password of the binding counts. It is empty if the password is in neither Secret any more.
     */
    static Optional<Password> inForce(ObservedServer server) {
        Optional<Password> binding = read(server.binding(), BindingRenderer.PASSWORD);
        Optional<String> users = server.secret().flatMap(secret -> ServerSecret.read(secret, RedisConf.ACL_FILE));
        return users.map(text -> Stream.of(binding, environment(server))
                        .flatMap(Optional::stream)
                        .filter(password -> text.contains(password.sha256()))
                        .findFirst())
                .orElse(binding);
    }

    private static Optional<Password> environment(ObservedServer server) {
        return server.environment()
                .flatMap(BindingRenderer::environmentPassword)
                .filter(text -> !text.isEmpty())
                .map(Password::new);
    }

    private Credentials resolve(Observed observed, Password application) {
        return new Credentials(
                application,
                kept(observed.server().secret(), ServerSecret.OPERATOR_PASSWORD),
                kept(observed.server().secret(), RedisConf.PROBE_PASSWORD_FILE),
                kept(observed.server().secret(), ServerSecret.CONFIG_COMMAND).value());
    }

    /**
     * Returns the credentials of the running server. If the application's password is lost, the one in the binding takes its
     * place. It is empty if any other credential is missing.
     */
    public static Optional<Credentials> runningCredentials(ObservedServer server) {
        Optional<Password> application = inForce(server).or(() -> read(server.binding(), BindingRenderer.PASSWORD));
        Optional<Password> operator = read(server.secret(), ServerSecret.OPERATOR_PASSWORD);
        Optional<Password> probe = read(server.secret(), RedisConf.PROBE_PASSWORD_FILE);
        Optional<Password> command = read(server.secret(), ServerSecret.CONFIG_COMMAND);
        return application.flatMap(a ->
                operator.flatMap(o -> probe.flatMap(p -> command.map(c -> new Credentials(a, o, p, c.value())))));
    }

    /** Returns the name of CONFIG on the running server. */
    public static String runningConfigCommand(ObservedServer server, Credentials credentials) {
        boolean renamed = server.secret()
                .flatMap(secret -> ServerSecret.read(secret, RedisConf.COMMANDS_FILE))
                .filter(CommandsConf::renamesConfig)
                .isPresent();
        return renamed ? credentials.configCommand() : DisabledCommand.CONFIG.name();
    }

    private Password kept(Optional<Secret> secret, String key) {
        return read(secret, key).orElseGet(generator::next);
    }

    private static Optional<Password> read(Optional<Secret> secret, String key) {
        return secret.flatMap(found -> ServerSecret.read(found, key))
                .filter(text -> !text.isEmpty())
                .map(Password::new);
    }
}
