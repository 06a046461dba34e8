package dev.cacheward.cacheprofile.plan.roll;

import static dev.cacheward.cacheprofile.plan.roll.RollScene.FIRST;
import static dev.cacheward.cacheprofile.plan.roll.RollScene.NEW;
import static dev.cacheward.cacheprofile.plan.roll.RollScene.OLD;
import static dev.cacheward.cacheprofile.plan.roll.RollScene.SECOND;
import static dev.cacheward.cacheprofile.plan.roll.RollScene.inSync;
import static dev.cacheward.cacheprofile.plan.roll.RollScene.pair;
import static dev.cacheward.cacheprofile.plan.roll.RollScene.serving;
import static dev.cacheward.cacheprofile.plan.roll.RollScene.twoReady;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cacheprofile.model.PodPhases;
import dev.cacheward.cacheprofile.model.roll.Ordinals;
import dev.cacheward.cacheprofile.model.roll.RollShape;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class RollShapesTest {
    private static final UnaryOperator<Pod> READY = PodPhases::ready;

    @Test
    void theFirstRollLeadsToTheSecondOrdinalAndTheNextBack() {
        RollScene there = inSync().selects(SECOND).primaryOf(SECOND, FIRST).replica(FIRST, SECOND, true);
        RollScene back = new RollScene()
                .pod(SECOND, OLD, READY)
                .pod(FIRST, NEW, READY)
                .ordinals(Ordinals.PAIR)
                .selects(FIRST)
                .primaryOf(FIRST, SECOND)
                .replica(SECOND, FIRST, true);
        assertThat(serving().shape().ordinals()).isEqualTo(Ordinals.PAIR);
        assertThat(serving().shape().active()).isEqualTo(FIRST);
        assertThat(there.shape()).isEqualTo(new RollShape(new Ordinals(1, 1), SECOND, Optional.empty()));
        assertThat(back.shape()).isEqualTo(new RollShape(new Ordinals(0, 1), FIRST, Optional.empty()));
    }

    @Test
    void theServiceStaysWithTheDataUntilTheServersChangePlaces() {
        for (RollScene scene : new RollScene[] {pair(), twoReady(), inSync()}) {
            assertThat(scene.shape().active()).isEqualTo(FIRST);
            assertThat(scene.shape().ordinals()).isEqualTo(Ordinals.PAIR);
        }
        assertThat(inSync().without(FIRST).replica(SECOND, FIRST, true).shape().active())
                .isEqualTo(SECOND);
    }

    @Test
    void aServiceOfAnEarlierReleaseIsLedToTheOnlyPodOrTheOlderOne() {
        assertThat(serving().selects(null).shape().active()).isEqualTo(FIRST);
        assertThat(new RollScene()
                        .ordinals(Ordinals.PAIR)
                        .pod(SECOND, OLD, READY)
                        .pod(FIRST, NEW, READY)
                        .primary(SECOND)
                        .primary(FIRST)
                        .selects(null)
                        .shape()
                        .active())
                .isEqualTo(SECOND);
    }

    @Test
    void aRollThatIsGivenUpLeavesTheFirstPodAndItsReason() {
        // Given
        RollScene scene = pair().since(Duration.ofMinutes(6));
        // When
        RollShape shape = scene.shape();
        // Then
        assertThat(shape.ordinals()).isEqualTo(new Ordinals(0, 1));
        assertThat(shape.active()).isEqualTo(FIRST);
        assertThat(shape.mark()).get().satisfies(mark -> {
            assertThat(mark.at()).isEqualTo(scene.view().now());
            assertThat(mark.refusal()).get().asString().contains("is not made");
        });
        assertThat(scene.next().cause().orElseThrow().reason()).isEqualTo(Reason.WARM_ROLL_REFUSED);
    }

    @Test
    void eachStepOfARollSaysThatItGoesOn() {
        for (RollScene scene : new RollScene[] {serving(), pair(), twoReady(), inSync()}) {
            assertThat(scene.next().cause().map(Cause::reason)).contains(Reason.ROLLING);
        }
    }

    @Test
    void aRollKeepsTheTimeOfItsBeginning() {
        assertThat(twoReady().shape().mark()).isEqualTo(pair().view().mark());
        assertThat(serving().shape().mark())
                .get()
                .satisfies(mark -> assertThat(mark.refusal()).isEmpty());
    }

    @Test
    void theConditionNamesBothSizesAndTheWayOut() {
        assertThat(serving().maxMemory(40).next().cause().orElseThrow().message())
                .contains("maxMemory is to be")
                .contains("cacheward.dev/allow-cold-roll")
                .doesNotContain("45%");
    }

    @Test
    void whoTurnsPersistenceOnIsToldThatItLowersTheDefaultOfMaxMemory() {
        assertThat(serving()
                        .volume(RollView.Volume.NEW)
                        .maxMemory(40)
                        .next()
                        .cause()
                        .orElseThrow()
                        .message())
                .contains("maxMemory is to be")
                .contains("45% of resources.limits.memory with persistence, and 75% without");
    }
}
