package dev.cacheward.cacheprofile.managed;

import dev.cacheward.api.v1alpha1.Auth;
import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.SecretKey;
import dev.cacheward.cacheprofile.model.UserSecret;
import dev.cacheward.cacheprofile.plan.CacheProfileValidator;
import dev.cacheward.cacheprofile.plan.ServerValidator;
import dev.cacheward.kubernetes.ApiRefusal;
import dev.cacheward.kubernetes.fields.SecretText;
import dev.cacheward.redis.UserPassword;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import dev.cacheward.validation.Quote;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Optional;

/**
 * Reads the author's own Secret, with a GET at each reconciliation: it has no label of ours, so the watch on our Secrets does
 * not include it. A change in it is noticed at the next reconciliation.
 */
final class UserSecretReader {
    private static final String FIELD = ServerValidator.FIELD + ".auth.passwordFrom";

    private final KubernetesClient client;

    UserSecretReader(KubernetesClient client) {
        this.client = client;
    }

    UserSecret read(CacheProfile profile) {
        return Optional.ofNullable(
                        CacheProfileValidator.managed(profile.getSpec()).auth())
                .map(Auth::passwordFrom)
                .map(from -> read(profile.getMetadata().getNamespace(), from))
                .orElseGet(UserSecret.NotAsked::new);
    }

    private UserSecret read(String namespace, SecretKey from) {
        try {
            return check(
                    from,
                    client.secrets()
                            .inNamespace(namespace)
                            .withName(from.name())
                            .get());
        } catch (KubernetesClientException refused) {
            String words = ApiRefusal.forbidden(refused).orElseThrow(() -> refused);
            return unusable(Reason.WRITE_REFUSED, from, "the API server refuses to show it: " + words);
        }
    }

    private static UserSecret check(SecretKey from, Secret secret) {
        if (secret == null) {
            return unusable(Reason.SECRET_NOT_FOUND, from, "there is no Secret " + Quote.whole(from.name()));
        }
        Optional<String> text = SecretText.decode(secret, from.key());
        if (text.isEmpty()) {
            return unusable(
                    Reason.SECRET_NOT_FOUND,
                    from,
                    "Secret " + Quote.whole(from.name()) + " has no key " + Quote.whole(from.key()));
        }
        return UserPassword.parse(text.get())
                .fold(UserSecret.Found::new, message -> unusable(Reason.INVALID_PASSWORD, from, message));
    }

    private static UserSecret unusable(Reason reason, SecretKey from, String what) {
        return new UserSecret.Unusable(new Cause(
                reason,
                FIELD + " (Secret " + Quote.whole(from.name()) + ", key " + Quote.whole(from.key()) + "): " + what
                        + ". What was published before stays as it is."));
    }
}
