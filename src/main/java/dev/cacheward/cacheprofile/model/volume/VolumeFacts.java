package dev.cacheward.cacheprofile.model.volume;

import java.time.Instant;
import java.util.Optional;

/**
 * What the operator has found out about a volume over several reconciliations.
 *
 * @param growingSince when the volume was first seen to have less than its claim requests; empty if it has all of it
 */
public record VolumeFacts(Optional<Instant> growingSince) {
    public static VolumeFacts none() {
        return new VolumeFacts(Optional.empty());
    }
}
