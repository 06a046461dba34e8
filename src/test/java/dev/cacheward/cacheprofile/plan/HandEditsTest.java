package dev.cacheward.cacheprofile.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.cacheprofile.model.LiveState;
import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.ObservedBuilder;
import dev.cacheward.cacheprofile.model.ObservedRedis;
import dev.cacheward.cacheprofile.model.PodPhases;
import dev.cacheward.cacheprofile.model.RolloutStep;
import dev.cacheward.cacheprofile.model.ServerDrift;
import dev.cacheward.cacheprofile.plan.drift.DriftPlanner;
import dev.cacheward.cacheprofile.render.ServerObjects;
import dev.cacheward.kubernetes.fields.SecretText;
import dev.cacheward.redis.Deviation;
import dev.cacheward.redis.client.RedisAddress;
import dev.cacheward.redis.client.ServerInfo;
import dev.cacheward.redis.conf.Rendering;
import dev.cacheward.redis.conf.live.UserChange;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Users and the role of the running server, as somebody has changed them by hand. */
class HandEditsTest {
    private static final CacheProfile PROFILE = SampleProfiles.managed("maxMemory: 100Mi, config: {timeout: '300'}");
    private static final ServerObjects OBJECTS = SampleProfiles.objects(PROFILE);
    private static final List<UserChange> USERS = List.of(
            new UserChange("default", "had other commands", false),
            new UserChange("mallory", "was there, though no file has it", true));
    private static final RedisAddress ELSEWHERE = new RedisAddress("192.0.2.9", 6390);

    @Test
    void aUserIsToldAsItsFileSaysAndAForeignOneIsDeleted() {
        // When
        RolloutStep.Correct correct = (RolloutStep.Correct) step(answered(Optional.empty(), USERS));

        // Then
        assertThat(correct.correction().change().users())
                .singleElement()
                .asString()
                .startsWith("user default reset on #");
        assertThat(correct.correction().foreignUsers()).containsExactly("mallory");
        assertThat(correct.correction().promote()).isFalse();
        assertThat(correct.drift().found())
                .extracting(Deviation::words)
                .containsExactly(
                        "user \"default\" had other commands", "user \"mallory\" was there, though no file has it");
    }

    @Test
    void usersAreLeftAloneWhileAnotherFileIsWantedThanTheCacheShows() {
        // Given
        Observed stale = seen(answered(Optional.empty(), USERS))
                .serverSecret(new SecretBuilder(OBJECTS.secret())
                        .addToData(SecretText.encode(new TreeMap<>(Map.of("users.acl", "user default reset on #old"))))
                        .build())
                .observed();

        // Then
        assertThat(DriftPlanner.correction(
                        OBJECTS, SampleProfiles.valid(PROFILE).server().settings(), stale))
                .isEmpty();
    }

    @Test
    void aReplicaOfAnotherServerTakesWritesAgain() {
        // When
        RolloutStep.Correct correct = (RolloutStep.Correct) step(answered(Optional.of(ELSEWHERE), List.of()));

        // Then
        assertThat(correct.correction().promote()).isTrue();
        assertThat(correct.drift().found())
                .extracting(Deviation::words)
                .containsExactly("the server was a replica of \"192.0.2.9:6390\" (REPLICAOF), whose data may have"
                        + " replaced its own");
    }

    @Test
    void aReplicaOfAPodOfItsOwnIsLeftToTheRollThatMadeIt() {
        // Given
        RedisAddress own = new RedisAddress(PodPhases.ADDRESS, 6379);

        // Then
        assertThat(step(answered(Optional.of(own), List.of()))).isInstanceOf(RolloutStep.Apply.class);
    }

    @Test
    void aServerOfTheFirstRenderingKeepsItsRoleSinceTheOperatorMayNotChangeIt() {
        // Given
        ServerObjects objects = SampleProfiles.objects(PROFILE, Rendering.FIRST);
        Observed observed = ObservedBuilder.serving(objects, Optional.empty())
                .redis(answered(Optional.of(ELSEWHERE), List.of()))
                .observed();

        // Then
        assertThat(SampleProfiles.plan(PROFILE, observed).server().orElseThrow().step())
                .isInstanceOf(RolloutStep.Apply.class);
    }

    @Test
    void aServerThatRefusesTheOperatorsLoginIsToldOfAndNothingIsTried() {
        // When
        RolloutStep.Correct correct = (RolloutStep.Correct) step(silent(Reason.AUTH_FAILED));

        // Then
        assertThat(correct.correction().isEmpty()).isTrue();
        assertThat(correct.drift().handling()).isEqualTo(ServerDrift.Handling.LOCKED_OUT);
        assertThat(correct.drift().found())
                .singleElement()
                .extracting(Deviation::words)
                .asString()
                .contains("user \"cacheward\"", "operator's password", "Delete pod \"shop-redis-0\"");
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            names = {"TIMEOUT", "CONNECTION_REFUSED", "LOADING", "MAX_CLIENTS"})
    void aServerThatGivesNoAnswerHasNotBeenChanged(Reason reason) {
        assertThat(step(silent(reason))).isInstanceOf(RolloutStep.Apply.class);
    }

    @Test
    void whilePausedTheSameIsFoundAndNothingIsSaidOfWhatTheAuthorHasEditedMeanwhile() {
        // Given
        CacheProfile edited = SampleProfiles.managed("maxMemory: 100Mi, config: {timeout: '400'}");
        Observed observed = seen(new ObservedRedis.Answered(
                        Answers.SERVER,
                        info(),
                        new TreeMap<>(Map.of("timeout", "300", "maxmemory", "1")),
                        new LiveState(Optional.empty(), Optional.of(USERS))))
                .observed();

        // When
        ServerDrift drift =
                DriftPlanner.whilePaused(SampleProfiles.valid(edited).server().settings(), observed);

        // Then
        assertThat(drift.handling()).isEqualTo(ServerDrift.Handling.PAUSED);
        assertThat(drift.found()).extracting(Deviation::name).containsExactly("default", "mallory", "maxmemory");
    }

    private static RolloutStep step(ObservedRedis redis) {
        return SampleProfiles.plan(PROFILE, seen(redis).observed())
                .server()
                .orElseThrow()
                .step();
    }

    private static ObservedBuilder seen(ObservedRedis redis) {
        return ObservedBuilder.serving(OBJECTS, Optional.empty()).redis(redis);
    }

    private static ObservedRedis answered(Optional<RedisAddress> primary, List<UserChange> users) {
        return new ObservedRedis.Answered(
                Answers.SERVER, info(), new TreeMap<>(), new LiveState(primary, Optional.of(users)));
    }

    private static ObservedRedis silent(Reason reason) {
        return new ObservedRedis.Silent(Answers.SERVER, new Cause(reason, "told so"));
    }

    private static ServerInfo info() {
        return ServerInfo.parse("redis_version:7.0.15\nrun_id:abc\n");
    }
}
