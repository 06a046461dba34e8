package dev.cacheward.cacheprofile;

import dev.cacheward.api.v1alpha1.DisabledCommand;
import dev.cacheward.redis.CommandsConf;
import dev.cacheward.redis.Password;
import dev.cacheward.redis.PasswordGenerator;
import dev.cacheward.redis.RedisConf;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.Optional;

/**
 * The passwords that hold: what the Secrets say, and new ones for what they do not (any more). Where the application's is lost
 * nobody can know it, so that a new one is as good at once.
 */
final class CredentialsResolver {
    private final PasswordGenerator generator;

    CredentialsResolver(PasswordGenerator generator) {
        this.generator = generator;
    }

    /** Empty while the author's own password cannot be known, or whether there are others already. */
    Optional<Credentials> resolve(Observed observed, UserSecret userSecret) {
        if (userSecret instanceof UserSecret.Unusable || observed.hidden().isPresent()) {
            return Optional.empty();
        }
        return Optional.of(resolve(
                observed,
                userSecret instanceof UserSecret.Found found
                        ? found.password()
                        : restored(observed).orElseGet(() -> kept(observed.binding(), BindingRenderer.PASSWORD))));
    }

    /** An edited binding is put back as long as the other Secret still has what the server was given. */
    private static Optional<Password> restored(Observed observed) {
        Optional<String> users =
                observed.serverSecret().flatMap(secret -> ServerSecret.read(secret, RedisConf.ACL_FILE));
        return read(observed.environment(), BindingRenderer.ENV_PASSWORD)
                .filter(password -> observed.binding().isPresent())
                .filter(password ->
                        users.filter(text -> text.contains(password.sha256())).isPresent());
    }

    private Credentials resolve(Observed observed, Password application) {
        return new Credentials(
                application,
                kept(observed.serverSecret(), ServerSecret.OPERATOR_PASSWORD),
                kept(observed.serverSecret(), RedisConf.PROBE_PASSWORD_FILE),
                kept(observed.serverSecret(), ServerSecret.CONFIG_COMMAND).value());
    }

    /** What the server that runs was given, where it can still be known. */
    static Optional<Credentials> published(Observed observed) {
        Optional<Password> application = read(observed.binding(), BindingRenderer.PASSWORD);
        Optional<Password> operator = read(observed.serverSecret(), ServerSecret.OPERATOR_PASSWORD);
        Optional<Password> probe = read(observed.serverSecret(), RedisConf.PROBE_PASSWORD_FILE);
        Optional<Password> command = read(observed.serverSecret(), ServerSecret.CONFIG_COMMAND);
        return application.flatMap(a ->
                operator.flatMap(o -> probe.flatMap(p -> command.map(c -> new Credentials(a, o, p, c.value())))));
    }

    /** What CONFIG is called on the server that runs. */
    static String runningConfigCommand(Observed observed, Credentials credentials) {
        boolean renamed = observed.serverSecret()
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
