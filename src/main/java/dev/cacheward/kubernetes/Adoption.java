package dev.cacheward.kubernetes;

import dev.cacheward.kubernetes.fields.ManagedFields;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import java.util.Optional;

/**
 * Takes over an object that nothing controls, and whose labels say that it was made for its owner. Whoever brought it back, for
 * example from a backup, owns all its fields, so each field that is no longer wanted would stay for ever. So they become ours
 * first.
 */
final class Adoption {
    private final WriteRequests requests;

    Adoption(WriteRequests requests) {
        this.requests = requests;
    }

    /**
     * Makes the object ours, unless it has changed since it was seen: then it may have another controller. The fields of a claim
     * stay as they are, since most of them cannot change.
     */
    HasMetadata take(HasMetadata desired, HasMetadata seen) {
        HasMetadata now = Optional.of(seen)
                .filter(object -> !(object instanceof PersistentVolumeClaim))
                .flatMap(requests::read)
                .flatMap(live -> ManagedFields.of(live).inherited(Writer.FIELD_MANAGER))
                .map(entry -> requests.inherit(seen, entry))
                .orElse(seen);
        return requests.take(
                desired, seen.getMetadata().getUid(), now.getMetadata().getResourceVersion());
    }
}
