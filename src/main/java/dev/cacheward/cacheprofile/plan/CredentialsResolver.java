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
 * The passwords that hold: what the Secrets say, and new ones for what they do not (any more). Where the application's is lost
 * nobody can know it, so that a new one is as good at once.
 */
public final class CredentialsResolver {
    private final PasswordGenerator generator;

    public CredentialsResolver(PasswordGenerator generator) {
        this.generator = generator;
    }

    /** Empty while the author's own password cannot be known, or whether there are others already. */
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

    /** An edited binding is put back as long as one can tell what the server was given; one that is deleted asks for a new one. */
    private static Optional<Password> restored(ObservedServer server) {
        return server.binding().flatMap(binding -> inForce(server));
    }

    /**
     * The application's password that the running server knows: of those that were published the one whose hash its users have.
     * Where the users are lost, nothing speaks against the binding. Empty where the password is in neither Secret any more: nobody
     * can know it then.
     */
    static Optional<Password> inForce(ObservedServer server) {
        Optional<Password> binding = read(server.binding(), BindingRenderer.PASSWORD);
        Optional<String> users = server.secret().flatMap(secret -> ServerSecret.read(secret, RedisConf.ACL_FILE));
        return users.map(text -> Stream.of(binding, read(server.environment(), BindingRenderer.ENV_PASSWORD))
                        .flatMap(Optional::stream)
                        .filter(password -> text.contains(password.sha256()))
                        .findFirst())
                .orElse(binding);
    }

    private Credentials resolve(Observed observed, Password application) {
        return new Credentials(
                application,
                kept(observed.server().secret(), ServerSecret.OPERATOR_PASSWORD),
                kept(observed.server().secret(), RedisConf.PROBE_PASSWORD_FILE),
                kept(observed.server().secret(), ServerSecret.CONFIG_COMMAND).value());
    }

    /** What the server that runs was given, where it can still be known; else what applications try to log in with. */
    public static Optional<Credentials> runningCredentials(ObservedServer server) {
        Optional<Password> application = inForce(server).or(() -> read(server.binding(), BindingRenderer.PASSWORD));
        Optional<Password> operator = read(server.secret(), ServerSecret.OPERATOR_PASSWORD);
        Optional<Password> probe = read(server.secret(), RedisConf.PROBE_PASSWORD_FILE);
        Optional<Password> command = read(server.secret(), ServerSecret.CONFIG_COMMAND);
        return application.flatMap(a ->
                operator.flatMap(o -> probe.flatMap(p -> command.map(c -> new Credentials(a, o, p, c.value())))));
    }

    /** What CONFIG is called on the server that runs. */
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
