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
import dev.cacheward.cacheprofile.model.roll.RollWishes;
import dev.cacheward.cacheprofile.model.roll.WarmStep;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WarmRollPlannerTest {
    private static final UnaryOperator<Pod> READY = PodPhases::ready;

    @ParameterizedTest(name = "{0}")
    @MethodSource({"alone", "starting", "copying", "takingOver"})
    void eachSceneHasItsStep(String name, RollScene scene, Class<? extends WarmStep> step) {
        assertThat(scene.next()).isInstanceOf(step);
    }

    static Stream<Arguments> alone() {
        return Stream.of(
                Arguments.of("all is as it is wanted", serving().pod(FIRST, NEW, READY), WarmStep.Keep.class),
                Arguments.of("there is no pod", serving().without(FIRST), WarmStep.Keep.class),
                Arguments.of("the template has changed", serving(), WarmStep.Surge.class),
                Arguments.of("the data is on a volume", onVolume().volume(RollView.Volume.USED), WarmStep.Cold.class),
                Arguments.of("a volume is wanted", serving().volume(RollView.Volume.NEW), WarmStep.Surge.class),
                Arguments.of(
                        "the wanted volume has other data",
                        serving().volume(RollView.Volume.USED),
                        WarmStep.Refuse.class),
                Arguments.of("no volume is wanted any more", onVolume(), WarmStep.Surge.class),
                Arguments.of("nobody can follow it", serving().replicates(Optional.of(false)), WarmStep.Cold.class),
                Arguments.of(
                        "nobody knows whether it can be followed",
                        serving().replicates(Optional.empty()),
                        WarmStep.Refuse.class),
                Arguments.of(
                        "a person does without the data",
                        serving().refused(Duration.ZERO).wishes(new RollWishes(true, Optional.empty(), "")),
                        WarmStep.Cold.class),
                Arguments.of(
                        "it is absent",
                        serving().pod(FIRST, OLD, pod -> PodPhases.waiting(pod, "x")),
                        WarmStep.Cold.class),
                Arguments.of("it has lost", serving().maxMemory(40), WarmStep.Refuse.class),
                Arguments.of("it fits", serving().maxMemory(60), WarmStep.Surge.class),
                Arguments.of(
                        "it was given up just now", serving().refused(Duration.ofMinutes(9)), WarmStep.Refuse.class),
                Arguments.of(
                        "it was given up long ago", serving().refused(Duration.ofMinutes(10)), WarmStep.Surge.class),
                Arguments.of(
                        "a person asks again",
                        serving().refused(Duration.ZERO).wishes(new RollWishes(false, Optional.empty(), "2")),
                        WarmStep.Surge.class));
    }

    private static RollScene onVolume() {
        return serving().pod(FIRST, OLD, pod -> RollPods.onVolume(PodPhases.ready(pod)));
    }

    static Stream<Arguments> starting() {
        return Stream.of(
                Arguments.of("the second pod is not made yet", pair(), WarmStep.Await.class),
                Arguments.of("it is never made", pair().since(Duration.ofMinutes(6)), WarmStep.GiveUp.class),
                Arguments.of("it starts", pair().pod(SECOND, NEW, PodPhases::running), WarmStep.Await.class),
                Arguments.of(
                        "it cannot start",
                        pair().pod(SECOND, NEW, pod -> PodPhases.crashed(pod, 1, "Error", "")),
                        WarmStep.GiveUp.class),
                Arguments.of(
                        "no node takes it",
                        pair().pod(SECOND, NEW, pod -> PodPhases.unschedulable(pod, Duration.ofMinutes(1))),
                        WarmStep.GiveUp.class),
                Arguments.of("it is of a third template", pair().pod(SECOND, "third", READY), WarmStep.Discard.class),
                Arguments.of("the cluster has no ordinals", pair().withoutOrdinals(), WarmStep.GiveUp.class));
    }

    static Stream<Arguments> copying() {
        return Stream.of(
                Arguments.of("it is ready", twoReady(), WarmStep.Follow.class),
                Arguments.of("it gives no answer", twoReady().silent(SECOND), WarmStep.Await.class),
                Arguments.of("it cannot read the data", twoReady().oldVersion("8.0.2"), WarmStep.GiveUp.class),
                Arguments.of(
                        "the first would not live through the copy",
                        twoReady().limit("100Mi", 20_000),
                        WarmStep.GiveUp.class),
                Arguments.of("the first has room for it", twoReady().limit("128Mi", 20_000), WarmStep.Follow.class),
                Arguments.of("little is written", twoReady().limit("100Mi", 100), WarmStep.Follow.class),
                Arguments.of(
                        "much is written, and the copy is under way",
                        twoReady().limit("100Mi", 20_000).replica(SECOND, FIRST, false),
                        WarmStep.Await.class),
                Arguments.of("it copies", twoReady().replica(SECOND, FIRST, false), WarmStep.Await.class),
                Arguments.of(
                        "it copies without end",
                        twoReady().replica(SECOND, FIRST, false).since(Duration.ofMinutes(6)),
                        WarmStep.GiveUp.class),
                Arguments.of(
                        "the first has restarted elsewhere",
                        twoReady().replica(SECOND, "shop-redis-7", true),
                        WarmStep.Follow.class),
                Arguments.of("it has the data", inSync(), WarmStep.HandOver.class),
                Arguments.of(
                        "the first ended",
                        inSync().without(FIRST).replica(SECOND, FIRST, true),
                        WarmStep.Promote.class),
                Arguments.of(
                        "the first ended before the copy",
                        twoReady().without(FIRST).replica(SECOND, FIRST, false),
                        WarmStep.Await.class));
    }

    static Stream<Arguments> takingOver() {
        return Stream.of(
                Arguments.of("the Service leads to it already", inSync().selects(SECOND), WarmStep.HandOver.class),
                Arguments.of(
                        "it has taken over",
                        inSync().selects(SECOND).primaryOf(SECOND, FIRST).replica(FIRST, SECOND, true),
                        WarmStep.Settle.class),
                Arguments.of(
                        "the first ended before it took over",
                        inSync().selects(SECOND).without(FIRST),
                        WarmStep.Promote.class),
                Arguments.of(
                        "the second ended before it took over",
                        inSync().selects(SECOND)
                                .pod(SECOND, NEW, PodPhases::running)
                                .silent(SECOND),
                        WarmStep.Await.class),
                Arguments.of(
                        "the second ended for good before it took over",
                        inSync().selects(SECOND)
                                .pod(SECOND, NEW, PodPhases::running)
                                .silent(SECOND)
                                .since(Duration.ofMinutes(6)),
                        WarmStep.GiveUp.class),
                Arguments.of(
                        "the first was made again from the new template, without its data",
                        twoReady().pod(FIRST, NEW, READY),
                        WarmStep.Settle.class));
    }
}
