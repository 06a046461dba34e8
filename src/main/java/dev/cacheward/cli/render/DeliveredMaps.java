package dev.cacheward.cli.render;

import dev.cacheward.configmap.DeliveryMap;
import dev.cacheward.delivery.TargetKeys;
import dev.cacheward.kubernetes.Owner;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.util.List;

/** The ConfigMaps that applications read. */
final class DeliveredMaps {
    private static final String MERGED =
            "These keys are merged into a ConfigMap that is there already; whatever else it holds stays.";

    private DeliveredMaps() {}

    static List<Rendered.Item> of(Owner owner, List<TargetKeys> targets) {
        return targets.stream()
                .map(target -> target.merged() ? merged(owner, target) : own(owner, target))
                .toList();
    }

    private static Rendered.Item own(Owner owner, TargetKeys target) {
        return Rendered.Item.of(DeliveryMap.own(owner, target.configMap(), target.keys()));
    }

    private static Rendered.Item merged(Owner owner, TargetKeys target) {
        return new Rendered.Item(
                new ConfigMapBuilder()
                        .withNewMetadata()
                        .withName(target.configMap())
                        .withNamespace(owner.namespace())
                        .endMetadata()
                        .withData(target.keys())
                        .build(),
                MERGED);
    }
}
