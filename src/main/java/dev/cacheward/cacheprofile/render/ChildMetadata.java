package dev.cacheward.cacheprofile.render;

import dev.cacheward.cacheprofile.model.Profile;
import dev.cacheward.kubernetes.Labels;
import dev.cacheward.kubernetes.OwnerKind;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;

/** What the metadata of all of a profile's server objects have in common. */
final class ChildMetadata {
    private ChildMetadata() {}

    /** Of an object that goes with its profile. */
    static ObjectMeta of(Profile profile, String name) {
        return new ObjectMetaBuilder()
                .withName(name)
                .withNamespace(profile.owner().namespace())
                .withLabels(Labels.child(OwnerKind.PROFILE, profile.owner().name(), Labels.SERVER))
                .withOwnerReferences(profile.owner().reference())
                .build();
    }
}
