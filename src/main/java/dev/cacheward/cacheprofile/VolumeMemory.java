package dev.cacheward.cacheprofile;

import dev.cacheward.cacheprofile.model.volume.ClaimState;
import dev.cacheward.cacheprofile.model.volume.VolumeFacts;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers what no object holds: since when a volume has less than its claim requests. After a restart of the operator it
 * counts anew.
 */
final class VolumeMemory {
    private final Map<String, Instant> growing = new ConcurrentHashMap<>();

    /** @param profileUid of the profile that the claim belongs to */
    VolumeFacts facts(String profileUid, Optional<PersistentVolumeClaim> claim, Instant now) {
        if (claim.filter(ClaimState::grows).isEmpty()) {
            growing.remove(profileUid);
            return VolumeFacts.none();
        }
        return new VolumeFacts(Optional.of(growing.computeIfAbsent(profileUid, uid -> now)));
    }

    /** Forgets the volume of a profile that is deleted or paused. */
    void forget(String profileUid) {
        growing.remove(profileUid);
    }
}
