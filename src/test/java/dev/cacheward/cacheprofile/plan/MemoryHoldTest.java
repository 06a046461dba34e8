package dev.cacheward.cacheprofile.plan;

import static dev.cacheward.cacheprofile.plan.SampleProfiles.managed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cacheprofile.model.ObservedBuilder;
import dev.cacheward.cacheprofile.model.RolloutStep;
import dev.cacheward.cacheprofile.model.volume.VolumeFacts;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemoryHoldTest {
    private static final long DATA = 190L << 20;

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "persistence: {mode: Snapshot}, <512Mi> | persistence: {mode: Snapshot}, <128Mi>",
                "persistence: {mode: AppendOnly}, <512Mi> | persistence: {mode: AppendOnly}, <128Mi>",
                "persistence: {mode: Snapshot}, <512Mi> | persistence: {mode: AppendOnly}, <128Mi>",
                "persistence: {mode: Snapshot}, maxMemory: 40%, <512Mi> | persistence: {mode: Snapshot}, maxMemory: 90%, <200Mi>",
                "persistence: {mode: Snapshot}, maxMemory: 64Mi, <512Mi> | persistence: {mode: Snapshot}, maxMemory: 100Mi, evictionPolicy: allkeys-lru, <128Mi>",
                "persistence: {mode: Snapshot}, maxMemory: 64Mi, resources: {} | persistence: {mode: Snapshot}, maxMemory: 64Mi, <128Mi>"
            })
    void aLimitBelowTheDataIsHeldBackWithBothNumbers(String before, String after) {
        // When
        Cause cause = held(before, after).orElseThrow();

        // Then
        assertThat(cause.reason()).isEqualTo(Reason.MEMORY_BELOW_DATA);
        assertThat(cause.message())
                .containsPattern("resources.limits.memory of (128|200)Mi is less")
                .contains("takes about 190Mi", "Allowed is 208Mi or more", "serves on as before");
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "persistence: {mode: Snapshot}, <512Mi> | persistence: {mode: Snapshot}, <256Mi>",
                "persistence: {mode: Snapshot}, <512Mi> | persistence: {mode: Snapshot}, maxMemory: 20Mi, <512Mi>",
                "persistence: {mode: Snapshot}, <100Mi> | persistence: {mode: Snapshot}, <128Mi>",
                "persistence: {mode: Snapshot}, <512Mi> | persistence: {mode: Snapshot}, maxMemory: 20Mi, resources: {}",
                "persistence: {mode: Snapshot}, <512Mi> | <128Mi>",
                "persistence: {mode: Snapshot}, <512Mi> | persistence: {mode: Snapshot}, resources: {requests: {memory: 32Mi}, limits: {memory: 512Mi}}"
            })
    void whatTheDataFitsIntoOrWhatLowersNoLimitIsNot(String before, String after) {
        assertThat(held(before, after)).isEmpty();
    }

    @Test
    void whereNoServerHasSaidHowLargeTheDataIsNothingIsHeld() {
        assertThat(held(
                        "persistence: {mode: Snapshot}, <512Mi>",
                        "persistence: {mode: Snapshot}, <128Mi>",
                        VolumeFacts.none()))
                .isEmpty();
    }

    private static Optional<Cause> held(String before, String after) {
        return held(before, after, new VolumeFacts(Optional.empty(), Optional.of(DATA)));
    }

    /** {@code <512Mi>} is a limit of memory. */
    private static Optional<Cause> held(String before, String after, VolumeFacts facts) {
        ProfilePlan running = SampleProfiles.plan(
                managed(withLimit(before)), ObservedBuilder.nothing().observed());
        ProfilePlan next = SampleProfiles.plan(
                managed(withLimit(after)),
                ObservedBuilder.serving(running)
                        .volume(facts)
                        .redis(Answers.of("7.0.15"))
                        .observed());
        return next.server().orElseThrow().step() instanceof RolloutStep.Hold hold
                ? Optional.of(hold.cause())
                : Optional.empty();
    }

    private static String withLimit(String fields) {
        return fields.replaceAll("<(\\w+)>", "resources: {limits: {memory: $1}}");
    }
}
