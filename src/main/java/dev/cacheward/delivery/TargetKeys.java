package dev.cacheward.delivery;

import dev.cacheward.api.v1alpha1.Delivered;
import dev.cacheward.api.v1alpha1.DeliveryMode;
import dev.cacheward.validation.Fingerprint;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;

/** A target, and the keys and values that it should hold. */
public record TargetKeys(Target target, SortedMap<String, String> keys) {
    /** Returns the name of the ConfigMap. */
    public String configMap() {
        return target.configMap();
    }

    /** Whether the keys are merged into a foreign ConfigMap. */
    public boolean merged() {
        return target.mode() == DeliveryMode.MERGE;
    }

    /** Returns the status entry for the time when all keys are written. */
    public Delivered delivered() {
        return delivered(keys);
    }

    /** Returns the status entry for the time when only these keys are written. */
    public Delivered delivered(SortedMap<String, String> held) {
        return new Delivered(
                target.configMap(), target.mode(), List.copyOf(target.formats()), held.size(), Fingerprint.of(held));
    }

    /**
     * Returns the status entry for the time before the first write, so that the status names the ConfigMap before it holds a
     * key.
     */
    public Delivered announced() {
        return delivered(Collections.emptySortedMap());
    }
}
