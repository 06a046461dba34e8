package dev.cacheward.cacheprofile.model;

import dev.cacheward.cacheprofile.model.volume.VolumeFacts;
import dev.cacheward.redis.ServerVersion;
import dev.cacheward.redis.client.RedisAddress;
import dev.cacheward.redis.client.ServerInfo;
import dev.cacheward.redis.conf.RedisConf;
import dev.cacheward.status.Cause;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The observed state of a profile at one moment. It holds only objects that are ours: a foreign object of the same name is
 * noticed when ours is written.
 *
 * @param server the objects of the server
 * @param credentials the credentials that the running server was given; empty if they are lost
 * @param redis the answer of the running server to INFO
 * @param volume what is known about the data volume beside its claim
 * @param optional objects that exist but may no longer be wanted: delivered ConfigMaps and network policies
 * @param hidden why an object that is missing here may exist; then nothing may be concluded from its absence
 */
public record Observed(
        Instant at,
        ObservedServer server,
        Optional<Credentials> credentials,
        ObservedRedis redis,
        VolumeFacts volume,
        List<HasMetadata> optional,
        Optional<Cause> hidden) {

    /** Returns the version of the running server if it runs this image, and has answered. */
    public Optional<ServerVersion> versionOf(String image) {
        return server.servingPod()
                .filter(pod -> PodState.runs(pod, image))
                .flatMap(PodState::address)
                .flatMap(address -> redis.infoOf(new RedisAddress(address, RedisConf.PORT)))
                .map(ServerInfo::version);
    }
}
