package dev.cacheward.cacheprofile.model;

import dev.cacheward.status.Cause;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is there for a profile, at one moment. Only objects that are ours are here: a foreign object of one of our names shows when
 * ours is to be written.
 *
 * @param server the objects of the server
 * @param credentials what the running server was given; empty where that can no longer be known
 * @param redis what the running server says of itself
 * @param optional objects that exist but may no longer be wanted: delivered ConfigMaps and network policies
 * @param hidden why an object that is not here may be there all the same: then nothing may be made of its absence
 */
public record Observed(
        Instant at,
        ObservedServer server,
        Optional<Credentials> credentials,
        ObservedRedis redis,
        List<HasMetadata> optional,
        Optional<Cause> hidden) {}
