package dev.cacheward.cacheprofile.plan.rotation;

import dev.cacheward.api.v1alpha1.Auth;
import dev.cacheward.api.v1alpha1.CacheProfileSpec;
import dev.cacheward.api.v1alpha1.ManagedRedis;
import dev.cacheward.api.v1alpha1.RedisSource;
import dev.cacheward.api.v1alpha1.SecretKey;
import dev.cacheward.cacheprofile.model.UserSecret;
import dev.cacheward.kubernetes.fields.SecretText;
import dev.cacheward.redis.UserPassword;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import dev.cacheward.validation.Quote;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.Optional;

/** Judges the Secret in which the author of a profile says a password. */
public final class AuthorSecret {
    private static final String FIELD = "spec.redis.managed.auth.passwordFrom";

    private AuthorSecret() {}

    /** Returns where the password is; empty if the operator makes one. */
    public static Optional<SecretKey> named(CacheProfileSpec spec) {
        return Optional.ofNullable(spec.redis())
                .map(RedisSource::managed)
                .map(ManagedRedis::auth)
                .map(Auth::passwordFrom);
    }

    /** Returns the password, or what is wrong with it. */
    public static UserSecret check(SecretKey from, Optional<Secret> secret) {
        if (secret.isEmpty()) {
            return unusable(Reason.SECRET_NOT_FOUND, from, "there is no Secret " + Quote.whole(from.name()));
        }
        Optional<String> text = SecretText.decode(secret.get(), from.key());
        if (text.isEmpty()) {
            return unusable(
                    Reason.SECRET_NOT_FOUND,
                    from,
                    "Secret " + Quote.whole(from.name()) + " has no key " + Quote.whole(from.key()));
        }
        return UserPassword.parse(text.get())
                .fold(UserSecret.Found::new, message -> unusable(Reason.INVALID_PASSWORD, from, message));
    }

    /** Returns that the password cannot be used. */
    public static UserSecret unusable(Reason reason, SecretKey from, String what) {
        return new UserSecret.Unusable(new Cause(
                reason,
                FIELD + " (Secret " + Quote.whole(from.name()) + ", key " + Quote.whole(from.key()) + "): " + what
                        + ". What was published before stays as it is."));
    }
}
