package dev.cacheward.configmap;

import dev.cacheward.api.v1alpha1.Delivered;
import dev.cacheward.delivery.TargetKeys;
import dev.cacheward.kubernetes.Children;
import dev.cacheward.kubernetes.Owner;
import dev.cacheward.telemetry.Telemetry;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells which keys are about to be written otherwise although the spec is the same. */
record Respellings(Children children, MergeWriter merges, Telemetry telemetry) {
    void tell(HasMetadata resource, TargetKeys target, List<Delivered> before) {
        Respelling.suspect(target, before)
                .flatMap(entry ->
                        live(Owner.of(resource), target).flatMap(data -> Respelling.sentence(target, entry, data)))
                .ifPresent(sentence -> telemetry.respelled(resource, sentence));
    }

    private Optional<Map<String, String>> live(Owner owner, TargetKeys target) {
        return target.merged()
                ? merges.data(owner, target.configMap())
                : children.find(ConfigMap.class, owner.namespace(), target.configMap())
                        .map(ConfigMap::getData);
    }
}
