package dev.cacheward.restart;

import static dev.cacheward.restart.RestartRig.BACKEND;
import static dev.cacheward.restart.RestartRig.GATHERING;
import static dev.cacheward.restart.RestartRig.WORKER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a workload that could not be marked is tried again, and what is said until then. */
class RestartRetryMockTest {
    private final RestartRig rig = new RestartRig();

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void aRefusedReadIsToldAndAskedForAgainAfterAMinute() {
        // Given
        rig.create(BACKEND, "");
        rig.refuse("GET", 403);

        // When
        RestartResult refused = rig.look("one", BACKEND);
        rig.clock.pass(Duration.ofSeconds(59));
        RestartResult soon = rig.look("one", BACKEND);

        // Then
        assertThat(refused.warnings().texts())
                .containsExactly(
                        "Deployment \"backend\" of spec.restart is not restarted: the API server refuses it: may not.");
        assertThat(refused.again()).contains(Duration.ofMinutes(1));
        assertThat(soon).isEqualTo(refused);
        assertThat(rig.requests()).hasSize(1);
        rig.clock.pass(Duration.ofSeconds(1));
        rig.look("one", BACKEND);
        assertThat(rig.requests()).hasSize(2);
    }

    @Test
    void aRefusedWriteKeepsItsWarningUntilItSucceeds() {
        // Given
        rig.create(BACKEND, "");
        rig.refuse("PATCH", 422);
        RestartResult refused = rig.restart("one", BACKEND);

        // When
        rig.api.clearFaults();
        rig.clock.pass(Duration.ofMinutes(1));
        RestartResult gathering = rig.look("one", BACKEND);
        rig.clock.pass(GATHERING);
        RestartResult healed = rig.look("one", BACKEND);

        // Then
        assertThat(refused.warnings().texts()).hasSize(1);
        assertThat(gathering.warnings()).isEqualTo(refused.warnings());
        assertThat(gathering.again()).contains(GATHERING);
        assertThat(healed.warnings().texts()).isEmpty();
        assertThat(rig.mark(BACKEND)).isEqualTo("one");
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 409})
    void whatPassesAtOnceIsTriedAgainSoonWithoutAWarning(int code) {
        // Given
        rig.create(BACKEND, "");
        rig.create(WORKER, "");
        rig.look("one", BACKEND, WORKER);
        rig.clock.pass(GATHERING);
        rig.refuse("PATCH", "backend", code);

        // When
        RestartResult missed = rig.look("one", BACKEND, WORKER);
        rig.api.clearFaults();
        rig.clock.pass(missed.again().orElseThrow());
        RestartResult next = rig.look("one", BACKEND, WORKER);

        // Then
        assertThat(missed.warnings().texts()).isEmpty();
        assertThat(missed.again()).contains(Duration.ofSeconds(2));
        assertThat(next.again()).isEmpty();
        assertThat(rig.mark(BACKEND)).isEqualTo("one");
        assertThat(rig.mark(WORKER)).isEqualTo("one");
    }

    @Test
    void whatASlowWriteLeavesNoTimeForComesWithTheNextReconciliation() {
        // Given
        rig.create(BACKEND, "");
        rig.create(WORKER, "");
        rig.look("one", BACKEND, WORKER);
        rig.clock.pass(GATHERING);
        rig.delay("backend", Duration.ofSeconds(31));

        // When
        RestartResult slow = rig.look("one", BACKEND, WORKER);
        String afterTheSlow = rig.mark(WORKER);
        rig.clock.pass(slow.again().orElseThrow());
        rig.look("one", BACKEND, WORKER);

        // Then
        assertThat(slow.again()).contains(Duration.ofSeconds(2));
        assertThat(afterTheSlow).isEmpty();
        assertThat(rig.mark(WORKER)).isEqualTo("one");
    }

    @Test
    void aFailingWriteIsTriedAgainAtASlowPaceAndHeals() {
        // Given
        rig.create(BACKEND, "");
        rig.refuse("PATCH", "backend", 500);
        rig.restart("one", BACKEND);

        // When
        for (int second = 0; second < 60; second++) {
            rig.clock.pass(Duration.ofSeconds(1));
            rig.look("one", BACKEND);
        }

        // Then
        assertThat(rig.writes().count()).isBetween(3L, 5L);
        rig.api.clearFaults();
        rig.clock.pass(Duration.ofSeconds(15));
        assertThat(rig.restart("one", BACKEND).warnings().texts()).isEmpty();
        assertThat(rig.mark(BACKEND)).isEqualTo("one");
    }

    @Test
    void whoCallsTheOperatorIsNotAnsweredWithARefusalFromBefore() {
        // Given
        rig.create(BACKEND, "");
        rig.refuse("GET", "backend", 403);
        rig.look("one", BACKEND);
        rig.api.clearFaults();

        // When
        rig.call("now");
        RestartResult called = rig.restart("one", BACKEND);

        // Then
        assertThat(called.warnings().texts()).isEmpty();
        assertThat(rig.mark(BACKEND)).isEqualTo("one");
    }
}
