package dev.cacheward.configmap;

import dev.cacheward.drift.Drift;
import dev.cacheward.kubernetes.Labels;
import dev.cacheward.kubernetes.Owner;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.util.SortedMap;

/** Renders the ConfigMaps that applications read. */
public final class DeliveryMap {
    private DeliveryMap() {}

    /** Returns a ConfigMap of our own. */
    public static ConfigMap own(Owner owner, String name, SortedMap<String, String> data) {
        return Drift.stamp(new ConfigMapBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(owner.namespace())
                .withLabels(Labels.child(owner.kind(), owner.name(), Labels.DELIVERY))
                .withOwnerReferences(owner.reference())
                .endMetadata()
                .withData(data)
                .build());
    }
}
