package dev.cacheward.cacheprofile.model.volume;

import java.time.Instant;
import java.util.Optional;

/**
 * What the operator has found out about a volume over several reconciliations.
 *
 * @param growingSince when the volume was first seen to have less than its claim requests; empty if it has all of it
 * @param dataBytes the memory that the data takes; empty if no server has said so. It changes in large steps only, so that a
 *     message may contain it
 */
public record VolumeFacts(Optional<Instant> growingSince, Optional<Long> dataBytes) {
    public static VolumeFacts none() {
        return new VolumeFacts(Optional.empty(), Optional.empty());
    }
}
