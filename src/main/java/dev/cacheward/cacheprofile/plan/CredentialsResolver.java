package dev.cacheward.cacheprofile.plan;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.DisabledCommand;
import dev.cacheward.cacheprofile.model.Credentials;
import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.ObservedServer;
import dev.cacheward.cacheprofile.model.UserSecret;
import dev.cacheward.cacheprofile.model.rotation.RotationWish;
import dev.cacheward.cacheprofile.plan.roll.RollPlan;
import dev.cacheward.cacheprofile.plan.rotation.KnownPasswords;
import dev.cacheward.cacheprofile.plan.rotation.NextCredentials;
import dev.cacheward.cacheprofile.plan.rotation.RotationProgress;
import dev.cacheward.cacheprofile.render.ServerSecret;
import dev.cacheward.redis.Password;
import dev.cacheward.redis.PasswordGenerator;
import dev.cacheward.redis.conf.CommandsConf;
import dev.cacheward.redis.conf.RedisConf;
import java.util.Optional;

/**
 * Decides which credentials are in force: those in the Secrets, and new ones for those that are missing or asked for. A lost
 * password of the application cannot be recovered, so it is replaced at once.
 */
public final class CredentialsResolver {
    private final PasswordGenerator generator;

    public CredentialsResolver(PasswordGenerator generator) {
        this.generator = generator;
    }

    /**
     * Returns the credentials of the desired server; empty while the author's own password, the certificate, or the existence of others, is
     * unknown. As long as a second server is beside the first they stay as they are, since both must take the same.
     */
    public Optional<Credentials> resolve(CacheProfile profile, Observed observed, UserSecret userSecret) {
        if (userSecret instanceof UserSecret.Unusable
                || observed.hidden().isPresent()
                || observed.server().tls().source().obstacle().isPresent()) {
            return Optional.empty();
        }
        KnownPasswords known = KnownPasswords.of(observed.server());
        return Optional.of(running(known)
                .filter(credentials -> RollPlan.isUnderWay(observed))
                .orElseGet(() ->
                        new NextCredentials(generator, known, wish(profile), observed.at()).of(users(userSecret))));
    }

    /** Tells how far a rotation is. */
    public static RotationProgress progress(
            CacheProfile profile, Observed observed, UserSecret userSecret, Optional<Credentials> credentials) {
        RotationProgress progress = credentials
                .map(known -> RotationProgress.of(
                        KnownPasswords.of(observed.server()), known, wish(profile), userSecret, observed.at()))
                .orElseGet(RotationProgress::unknown);
        return credentials.isEmpty() || credentials.equals(observed.credentials()) ? progress : progress.changed();
    }

    private static RotationWish wish(CacheProfile profile) {
        return RotationWish.of(profile, ServerValidator.auth(CacheProfileValidator.managed(profile.getSpec())));
    }

    private static Optional<Password> users(UserSecret secret) {
        return secret instanceof UserSecret.Found found ? Optional.of(found.password()) : Optional.empty();
    }

    /**
     * Returns the credentials of the running server. If the application's password is lost, the one in the binding takes its
     * place. It is empty if any other credential is missing.
     */
    public static Optional<Credentials> runningCredentials(ObservedServer server) {
        return running(KnownPasswords.of(server));
    }

    private static Optional<Credentials> running(KnownPasswords known) {
        return known.inForce()
                .or(known::binding)
                .flatMap(application -> known.operator()
                        .flatMap(operator -> known.probe()
                                .flatMap(probe -> known.configCommand()
                                        .map(command -> new Credentials(
                                                application, operator, probe, command, known.rotation())))));
    }

    /** Returns the name of CONFIG on the running server. */
    public static String runningConfigCommand(ObservedServer server, Credentials credentials) {
        boolean renamed = server.secret()
                .flatMap(secret -> ServerSecret.read(secret, RedisConf.COMMANDS_FILE))
                .filter(CommandsConf::renamesConfig)
                .isPresent();
        return renamed ? credentials.configCommand() : DisabledCommand.CONFIG.name();
    }
}
