package dev.cacheward.cacheprofile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cacheprofile.model.Availability;
import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.ObservedBuilder;
import dev.cacheward.cacheprofile.model.PodPhases;
import dev.cacheward.cacheprofile.model.RunningServer;
import dev.cacheward.cacheprofile.plan.ExpectedServer;
import dev.cacheward.cacheprofile.plan.SampleProfiles;
import dev.cacheward.cacheprofile.render.ServerObjects;
import dev.cacheward.redis.client.RedisAddress;
import dev.cacheward.redis.conf.RedisConf;
import dev.cacheward.status.Reason;
import dev.cacheward.telemetry.ResourceKey;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a server says of itself counts for the server that the check passed, and for no other. */
class RedisCheckTelemetryTest {
    private static final ServerObjects OBJECTS = SampleProfiles.objects(SampleProfiles.minimal());
    private static final Pod POD = PodPhases.podOf(OBJECTS.statefulSet());
    private static final ResourceKey PROFILE = ResourceKey.of(SampleProfiles.minimal());

    private final ScriptedRedis redis = new ScriptedRedis();

    @Test
    void whatTheServerSaysIsToldOfItsProfileWhateverLabelsItsPodHas() {
        // Given
        List<ResourceKey> told = new ArrayList<>();
        Pod unlabelled = new PodBuilder(PodPhases.ready(POD))
                .editMetadata()
                .withLabels(Map.of())
                .endMetadata()
                .build();

        // When
        new RedisCheck(redis, (profile, info) -> told.add(profile))
                .check(PROFILE, observed(unlabelled), expected(Reason.CHECK_PASSED));

        // Then
        assertThat(told).containsExactly(PROFILE);
    }

    @Test
    void whatAnotherServerSaidIsNotToldOfThisOne() {
        // Given
        Pod elsewhere = new PodBuilder(PodPhases.ready(POD))
                .editStatus()
                .withPodIP("10.0.0.8")
                .endStatus()
                .build();

        // When
        Availability found = look(Reason.CHECK_PASSED, elsewhere);

        // Then
        assertThat(found.blockingCause()).isEmpty();
        assertThat(found.version()).isEmpty();
    }

    private Availability look(Reason before, Pod... pods) {
        return new RedisCheck(redis, (profile, info) -> {})
                .check(PROFILE, observed(pods), expected(before))
                .orElseThrow();
    }

    private Observed observed(Pod... pods) {
        RunningServer server = new RunningServer(
                new RedisAddress(PodPhases.ADDRESS, RedisConf.PORT), SampleProfiles.credentials(), "CONFIG");
        return ObservedBuilder.nothing()
                .pods(pods)
                .redis(redis.observed(server))
                .observed();
    }

    private static Optional<ExpectedServer> expected(Reason before) {
        return Optional.of(new ExpectedServer(
                OBJECTS.revision(), SampleProfiles.IMAGE, SampleProfiles.credentials(), Optional.ofNullable(before)));
    }
}
