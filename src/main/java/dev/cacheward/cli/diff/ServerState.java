package dev.cacheward.cli.diff;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.cacheprofile.model.Credentials;
import dev.cacheward.cacheprofile.model.LiveState;
import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.ObservedRedis;
import dev.cacheward.cacheprofile.model.ObservedServer;
import dev.cacheward.cacheprofile.model.PodState;
import dev.cacheward.cacheprofile.model.RunningServer;
import dev.cacheward.cacheprofile.model.roll.RollFacts;
import dev.cacheward.cacheprofile.model.roll.RollWishes;
import dev.cacheward.cacheprofile.model.volume.DataSize;
import dev.cacheward.cacheprofile.model.volume.VolumeFacts;
import dev.cacheward.cacheprofile.plan.CredentialsResolver;
import dev.cacheward.cli.cluster.Route;
import dev.cacheward.redis.client.RedisAddress;
import dev.cacheward.redis.client.live.LookDialogue;
import dev.cacheward.redis.client.live.ServerLook;
import dev.cacheward.redis.client.live.UserQuestion;
import dev.cacheward.redis.conf.RedisConf;
import dev.cacheward.status.Cause;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Observes a profile as the operator does, but with the rights of the caller. */
final class ServerState {
    private final Route route;
    private final Instant now;

    ServerState(Route route, Instant now) {
        this.route = route;
        this.now = now;
    }

    /**
     * Returns what is known; the running server is asked if it serves, and if its Secret may be read.
     *
     * @param profile as it would be: a person may wish something of the next roll there
     * @param optional objects of the profile that may no longer be wanted
     */
    Observed observe(CacheProfile profile, ObservedServer server, List<HasMetadata> optional) {
        Optional<Credentials> credentials = CredentialsResolver.runningCredentials(server);
        ObservedRedis redis = server.servingPod()
                .filter(pod -> server.statefulSet()
                        .filter(live -> PodState.isControlledBy(live, pod))
                        .isPresent())
                .flatMap(pod -> credentials.flatMap(known -> ask(server, known, pod)))
                .orElseGet(ObservedRedis.NotAsked::new);
        return new Observed(
                Observed.Look.at(profile, server.pods(), now),
                server,
                credentials,
                redis,
                volume(server, redis),
                new RollFacts(RollWishes.of(profile), Map.of(), Optional.empty()),
                optional,
                Optional.empty());
    }

    private Optional<ObservedRedis> ask(ObservedServer server, Credentials credentials, Pod pod) {
        Optional<RedisAddress> address = server.addressOf(pod);
        if (address.isEmpty()) {
            return Optional.empty();
        }
        String config = CredentialsResolver.runningConfigCommand(server, credentials);
        RunningServer running = new RunningServer(address.get(), credentials, config);
        return route.ask(
                        pod,
                        address.get(),
                        credentials.operatorLogin(),
                        new LookDialogue(config, parameters(server), UserQuestion.none()))
                .map(reply -> reply.<ObservedRedis>fold(
                        said -> answered(running, said), (Cause cause) -> new ObservedRedis.Silent(running, cause)));
    }

    private static ObservedRedis answered(RunningServer running, ServerLook said) {
        return new ObservedRedis.Answered(
                running, said.info(), said.config(), new LiveState(said.primary(), Optional.empty()));
    }

    private static SortedSet<String> parameters(ObservedServer server) {
        return server.conf()
                .map(map -> map.getData().get(RedisConf.CONF_FILE))
                .map(RedisConf::names)
                .orElseGet(TreeSet::new);
    }

    private static VolumeFacts volume(ObservedServer server, ObservedRedis redis) {
        return new VolumeFacts(
                Optional.empty(),
                redis instanceof ObservedRedis.Answered answered && server.keepsData()
                        ? Optional.of(
                                DataSize.steady(answered.info().stats().memory().counted(), Optional.empty()))
                        : Optional.empty());
    }
}
