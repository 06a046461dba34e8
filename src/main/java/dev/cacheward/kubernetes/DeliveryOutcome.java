package dev.cacheward.kubernetes;

import dev.cacheward.api.v1alpha1.Delivered;
import dev.cacheward.api.v1alpha1.DeliveryMode;
import dev.cacheward.status.Cause;
import java.util.List;
import java.util.Optional;

/**
 * What became of one resource's delivery.
 *
 * @param trouble what stood in the way
 * @param complete whether what is no longer wanted may be taken away: a key that belongs to somebody else keeps nothing waiting
 * @param delivered what the ConfigMaps hold; somebody else's are listed for as long as keys of ours may be in them
 */
public record DeliveryOutcome(Optional<Cause> trouble, boolean complete, List<Delivered> delivered) {
    /** Nothing was to be written. */
    public static DeliveryOutcome nothing() {
        return new DeliveryOutcome(Optional.empty(), false, List.of());
    }

    /** The same, with a trouble that counts if there was none. */
    public DeliveryOutcome or(Optional<Cause> other) {
        return new DeliveryOutcome(trouble.or(() -> other), complete, delivered);
    }

    /** Whether keys of ours may be in a ConfigMap of somebody else's. */
    boolean merges() {
        return delivered.stream().anyMatch(entry -> entry.mode() == DeliveryMode.MERGE);
    }
}
