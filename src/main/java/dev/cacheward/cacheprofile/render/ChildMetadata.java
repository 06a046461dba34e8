package dev.cacheward.cacheprofile.render;

import dev.cacheward.kubernetes.Labels;
import dev.cacheward.kubernetes.Owner;
import dev.cacheward.kubernetes.OwnerKind;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;

/** Renders the metadata that all server objects of a profile have in common. */
final class ChildMetadata {
    private ChildMetadata() {}

    /** Returns the metadata of an object that is deleted with its profile. */
    static ObjectMeta of(Owner owner, String name) {
        return new ObjectMetaBuilder()
                .withName(name)
                .withNamespace(owner.namespace())
                .withLabels(Labels.child(OwnerKind.PROFILE, owner.name(), Labels.SERVER))
                .withOwnerReferences(owner.reference())
                .build();
    }
}
