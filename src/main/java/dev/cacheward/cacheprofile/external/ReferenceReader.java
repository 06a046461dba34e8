package dev.cacheward.cacheprofile.external;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.SourceKind;
import dev.cacheward.cacheprofile.model.external.References;
import dev.cacheward.cacheprofile.plan.external.Reference;
import dev.cacheward.kubernetes.ApiRefusal;
import dev.cacheward.kubernetes.fields.SecretText;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the Secrets and ConfigMaps that a spec refers to, each with one GET at each reconciliation: they have no label of ours,
 * so no watch includes them. A change in one is noticed at the next reconciliation.
 */
final class ReferenceReader {
    private final KubernetesClient client;

    ReferenceReader(KubernetesClient client) {
        this.client = client;
    }

    /** The texts of one object by its keys; empty if there is no such object. */
    private record Source(Optional<Map<String, String>> data, Optional<Secret> secret) {
        Optional<String> text(String key) {
            return secret.isPresent() ? SecretText.decode(secret.get(), key) : data.map(texts -> texts.get(key));
        }

        boolean isThere() {
            return data.isPresent() || secret.isPresent();
        }
    }

    References read(CacheProfile profile) {
        String namespace = profile.getMetadata().getNamespace();
        Map<String, Source> sources = new HashMap<>();
        Map<String, String> texts = new HashMap<>();
        for (Reference reference : Reference.all(profile.getSpec().redis().external())) {
            try {
                Source source = sources.computeIfAbsent(reference.object(), name -> source(namespace, reference));
                Optional<String> text = source.text(reference.key());
                if (text.isEmpty()) {
                    String missing = source.isThere() ? reference.withoutKey() : reference.withoutObject();
                    return unusable(Reason.SECRET_NOT_FOUND, reference, missing);
                }
                texts.put(reference.field(), text.get());
            } catch (KubernetesClientException refused) {
                String words = ApiRefusal.forbidden(refused).orElseThrow(() -> refused);
                return unusable(Reason.WRITE_REFUSED, reference, "the API server refuses to show it: " + words);
            }
        }
        return new References(texts, Optional.empty());
    }

    private static References unusable(Reason reason, Reference reference, String what) {
        return new References(Map.of(), Optional.of(new Cause(reason, reference.unusable(what))));
    }

    private Source source(String namespace, Reference reference) {
        if (reference.kind() == SourceKind.SECRET) {
            return new Source(
                    Optional.empty(),
                    Optional.ofNullable(client.secrets()
                            .inNamespace(namespace)
                            .withName(reference.name())
                            .get()));
        }
        return new Source(
                Optional.ofNullable(client.configMaps()
                                .inNamespace(namespace)
                                .withName(reference.name())
                                .get())
                        .map(ConfigMap::getData)
                        .or(Optional::empty),
                Optional.empty());
    }
}
