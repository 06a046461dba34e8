package dev.cacheward.cluster.rig;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.RateLimitPolicy;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;

/** The children in a namespace, as a backup tool keeps them: names, labels and annotations are all of their metadata. */
public record Backup(List<HasMetadata> objects) {
    public static Backup of(TestNamespace namespace) {
        return of(namespace, false);
    }

    /** With owner references, as a plain export has them. */
    public static Backup withOwners(TestNamespace namespace) {
        return of(namespace, true);
    }

    private static Backup of(TestNamespace namespace, boolean owners) {
        return new Backup(ResourceVersions.objects(namespace)
                .filter(object -> !(object instanceof CacheProfile || object instanceof RateLimitPolicy))
                .map(object -> plain(object, owners))
                .toList());
    }

    private static HasMetadata plain(HasMetadata object, boolean owners) {
        GenericKubernetesResource plain =
                Serialization.unmarshal(Serialization.asYaml(object), GenericKubernetesResource.class);
        List<OwnerReference> references = owners ? object.getMetadata().getOwnerReferences() : List.of();
        plain.setMetadata(new ObjectMetaBuilder()
                .withName(object.getMetadata().getName())
                .withNamespace(object.getMetadata().getNamespace())
                .withLabels(object.getMetadata().getLabels())
                .withAnnotations(object.getMetadata().getAnnotations())
                .withOwnerReferences(references)
                .build());
        plain.getAdditionalProperties().remove("status");
        return plain;
    }

    /** Creates all of them, whoever is to own them. */
    public void restore(TestNamespace namespace) {
        objects.forEach(object -> namespace.create(Serialization.asYaml(object)));
    }
}
