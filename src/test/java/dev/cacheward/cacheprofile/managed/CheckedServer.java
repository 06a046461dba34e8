package dev.cacheward.cacheprofile.managed;

import dev.cacheward.cacheprofile.model.Availability;
import dev.cacheward.cacheprofile.model.ObservedBuilder;
import dev.cacheward.cacheprofile.model.ObservedRedis;
import dev.cacheward.cacheprofile.model.PodPhases;
import dev.cacheward.cacheprofile.model.RunningServer;
import dev.cacheward.cacheprofile.plan.ExpectedServer;
import dev.cacheward.cacheprofile.plan.SampleProfiles;
import dev.cacheward.cacheprofile.render.ServerObjects;
import dev.cacheward.redis.client.RedisAddress;
import dev.cacheward.redis.conf.RedisConf;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import dev.cacheward.telemetry.ResourceKey;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A scripted server of one profile, its pod, and the check of it. */
final class CheckedServer {
    static final ResourceKey PROFILE = ResourceKey.of(SampleProfiles.minimal());
    private static final ServerObjects OBJECTS = SampleProfiles.objects(SampleProfiles.minimal());
    static final Pod POD = PodPhases.podOf(OBJECTS.statefulSet());
    static final RunningServer RUNNING = new RunningServer(
            new RedisAddress(PodPhases.ADDRESS, RedisConf.PORT), SampleProfiles.credentials(), "CONFIG");

    final ScriptedRedis redis = new ScriptedRedis();
    /** The profiles of which a server said how it is. */
    final List<ResourceKey> reported = new ArrayList<>();

    /** @param before the reason of RedisAvailable at the last reconciliation; null if there was none */
    Availability check(Reason before, Pod... pods) {
        return check(before, redis.observed(RUNNING), pods);
    }

    Availability check(Reason before, ObservedRedis observed, Pod... pods) {
        ExpectedServer expected = new ExpectedServer(
                OBJECTS.revision(),
                SampleProfiles.IMAGE,
                SampleProfiles.credentials(),
                Optional.ofNullable(before).map(reason -> new Cause(reason, "told before")));
        return new RedisCheck(
                        redis.turns(),
                        (profile, info) -> reported.add(profile),
                        new MissingPod(set -> Optional.empty()))
                .check(
                        PROFILE,
                        ObservedBuilder.nothing().pods(pods).redis(observed).observed(),
                        Optional.of(expected))
                .orElseThrow();
    }
}
