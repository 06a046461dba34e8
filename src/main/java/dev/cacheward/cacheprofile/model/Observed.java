package dev.cacheward.cacheprofile.model;

import dev.cacheward.cacheprofile.model.roll.RollFacts;
import dev.cacheward.cacheprofile.model.volume.VolumeFacts;
import dev.cacheward.kubernetes.ResourceAnnotations;
import dev.cacheward.redis.ServerVersion;
import dev.cacheward.redis.client.ServerInfo;
import dev.cacheward.status.Cause;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The observed state of a profile at one moment. It holds only objects that are ours: a foreign object of the same name is
 * noticed when ours is written.
 *
 * @param look when and of what
 * @param server the objects of the server
 * @param credentials the credentials that the running server was given; empty if they are lost
 * @param redis the answer of the running server to INFO
 * @param volume what is known about the data volume beside its claim
 * @param roll what is known about a warm roll
 * @param optional objects that exist but may no longer be wanted: delivered ConfigMaps and network policies
 * @param hidden why an object that is missing here may exist; then nothing may be concluded from its absence
 */
public record Observed(
        Look look,
        ObservedServer server,
        Optional<Credentials> credentials,
        ObservedRedis redis,
        VolumeFacts volume,
        RollFacts roll,
        List<HasMetadata> optional,
        Optional<Cause> hidden) {

    /** Returns what is observed of a profile that has just been created. */
    public static Observed nothing(Look look) {
        return new Observed(
                look,
                ObservedServer.none(),
                Optional.empty(),
                new ObservedRedis.NotAsked(),
                VolumeFacts.none(),
                RollFacts.none(),
                List.of(),
                Optional.empty());
    }

    /** Returns the version of the running server if it runs this image, and has answered. */
    public Optional<ServerVersion> versionOf(String image) {
        return server.servingPod()
                .filter(pod -> PodState.runs(pod, image))
                .flatMap(server::addressOf)
                .flatMap(redis::infoOf)
                .map(ServerInfo::version);
    }

    /**
     * When a profile was observed, and what decides whether its server is worth asking again.
     *
     * @param state of the server, as far as it is known without asking it: equal states promise an equal answer
     */
    public record Look(String namespace, String name, String state, Instant at) {
        /** Describes a look at these pods of the server. */
        public static Look at(HasMetadata profile, List<Pod> pods, Instant now) {
            String state = pods.stream().map(PodState::life).sorted().collect(Collectors.joining(" "));
            return new Look(
                    profile.getMetadata().getNamespace(),
                    profile.getMetadata().getName(),
                    profile.getMetadata().getGeneration() + " " + ResourceAnnotations.token(profile) + " " + state,
                    now);
        }

        /** Names the profile among all. */
        public String profile() {
            return profile(namespace, name);
        }

        /** Names a profile among all. */
        public static String profile(String namespace, String name) {
            return namespace + "/" + name;
        }
    }

    /** When this was observed. */
    public Instant at() {
        return look.at();
    }
}
