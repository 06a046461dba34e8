package dev.cacheward.cacheprofile.managed;

import dev.cacheward.cacheprofile.model.ObservedRedis;
import dev.cacheward.cacheprofile.model.ObservedServer;
import dev.cacheward.cacheprofile.model.volume.ClaimState;
import dev.cacheward.cacheprofile.model.volume.DataSize;
import dev.cacheward.cacheprofile.model.volume.VolumeFacts;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers what no object holds: since when a volume has less than its claim requests, and how large the data was when its
 * server answered last. After a restart of the operator it finds both out anew.
 */
final class VolumeMemory {
    private final Map<String, VolumeFacts> known = new ConcurrentHashMap<>();

    /** @param profileUid of the profile that the claim belongs to */
    VolumeFacts facts(String profileUid, ObservedServer server, ObservedRedis redis, Instant now) {
        Optional<PersistentVolumeClaim> claim = server.claim();
        if (claim.isEmpty()) {
            known.remove(profileUid);
            return VolumeFacts.none();
        }
        return known.compute(profileUid, (uid, before) -> {
            Optional<VolumeFacts> last = Optional.ofNullable(before);
            Optional<Instant> since = last.flatMap(VolumeFacts::growingSince);
            return new VolumeFacts(
                    claim.filter(ClaimState::grows).map(growing -> since.orElse(now)),
                    server.keepsData()
                            ? dataBytes(redis, last.flatMap(VolumeFacts::dataBytes))
                            : last.flatMap(VolumeFacts::dataBytes));
        });
    }

    private static Optional<Long> dataBytes(ObservedRedis redis, Optional<Long> before) {
        return redis instanceof ObservedRedis.Answered answered
                ? Optional.of(DataSize.steady(answered.info().stats().memory().counted(), before))
                : before;
    }

    /** Forgets the volume of a profile that is deleted or paused. */
    void forget(String profileUid) {
        known.remove(profileUid);
    }
}
