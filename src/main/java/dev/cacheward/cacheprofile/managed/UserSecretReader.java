package dev.cacheward.cacheprofile.managed;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.SecretKey;
import dev.cacheward.cacheprofile.model.UserSecret;
import dev.cacheward.cacheprofile.plan.rotation.AuthorSecret;
import dev.cacheward.kubernetes.ApiRefusal;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Optional;

/**
 * Reads the author's own Secret, with a GET at each reconciliation: it has no label of ours, so the watch on our Secrets does
 * not include it. A change in it is noticed at the next reconciliation.
 */
final class UserSecretReader {
    private final KubernetesClient client;

    UserSecretReader(KubernetesClient client) {
        this.client = client;
    }

    UserSecret read(CacheProfile profile) {
        return AuthorSecret.named(profile.getSpec())
                .map(from -> read(profile.getMetadata().getNamespace(), from))
                .orElseGet(UserSecret.NotAsked::new);
    }

    private UserSecret read(String namespace, SecretKey from) {
        try {
            return AuthorSecret.check(
                    from,
                    Optional.ofNullable(client.secrets()
                            .inNamespace(namespace)
                            .withName(from.name())
                            .get()));
        } catch (KubernetesClientException refused) {
            String words = ApiRefusal.forbidden(refused).orElseThrow(() -> refused);
            return AuthorSecret.unusable(Reason.WRITE_REFUSED, from, "the API server refuses to show it: " + words);
        }
    }
}
