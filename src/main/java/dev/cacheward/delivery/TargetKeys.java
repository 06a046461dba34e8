package dev.cacheward.delivery;

import dev.cacheward.api.v1alpha1.Delivered;
import dev.cacheward.api.v1alpha1.DeliveryMode;
import dev.cacheward.validation.Fingerprint;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;

/** A target, and the keys and values that it should hold. */
public record TargetKeys(Target target, SortedMap<String, String> keys) {
    /** The name of the ConfigMap. */
    public String configMap() {
        return target.configMap();
    }

    /** Whether the ConfigMap is somebody else's. */
    public boolean merged() {
        return target.mode() == DeliveryMode.MERGE;
    }

    /** For the status, when all of the keys are there. */
    public Delivered delivered() {
        return delivered(keys);
    }

    /** For the status, when only these are there. */
    public Delivered delivered(SortedMap<String, String> held) {
        return new Delivered(
                target.configMap(), target.mode(), List.copyOf(target.formats()), held.size(), Fingerprint.of(held));
    }

    /** For the status, before anything is there: what is written first has to be remembered first. */
    public Delivered announced() {
        return delivered(Collections.emptySortedMap());
    }
}
