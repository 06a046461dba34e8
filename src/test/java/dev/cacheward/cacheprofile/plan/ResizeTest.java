package dev.cacheward.cacheprofile.plan;

import static dev.cacheward.cacheprofile.model.ResizedPods.annotated;
import static dev.cacheward.cacheprofile.model.ResizedPods.asked;
import static dev.cacheward.cacheprofile.model.ResizedPods.having;
import static dev.cacheward.cacheprofile.model.ResizedPods.marked;
import static dev.cacheward.cacheprofile.model.ResizedPods.memory;
import static dev.cacheward.cacheprofile.model.ResizedPods.saying;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cacheprofile.model.ObservedBuilder;
import dev.cacheward.cacheprofile.model.PodPhases;
import dev.cacheward.cacheprofile.model.RolloutStep;
import dev.cacheward.cacheprofile.model.SizedPod;
import dev.cacheward.cacheprofile.model.resize.ContainerResources;
import dev.cacheward.cacheprofile.render.ServerObjects;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How a pod that runs gets other CPU and memory. A server of the tests has 256Mi, and data of 40 MiB. */
class ResizeTest {
    private static final String MADE = "resources: {requests: {cpu: 100m, memory: 256Mi}, limits: {memory: 256Mi}}";

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "512Mi | 100m | ''               | {}                                                   | 100m",
                "128Mi | 100m | ''               | {maxmemory=100663296, maxmemory-clients=25165824}    | 100m",
                "256Mi | 200m | ''               | {}                                                   | 200m",
                "512Mi | 100m | maxMemory: 100Mi, | {}                                                  | 100m",
                "200Mi | 50m  | maxMemory: 150Mi, | {maxmemory=157286400, maxmemory-clients=39321600}   | 50m"
            })
    void theServerIsToldBeforeALimitFallsAndAfterItRises(
            String limit, String cpu, String more, String first, String request) {
        // When
        RolloutStep.Resize step =
                resize(step(more + resources(cpu, limit), pod -> having(pod, memory("100m", "256Mi"))));

        // Then
        assertThat(step.first().parameters()).hasToString(first);
        assertThat(step.to()).isEqualTo(ContainerResources.of(memory(request, limit)));
        assertThat(step.cause().reason()).isEqualTo(Reason.RESIZING);
    }

    @Test
    void whenTheLimitHasRisenTheServerIsToldAndItsPodIsOfTheNewTemplate() {
        // When
        RolloutStep step = step(resources("100m", "512Mi"), pod -> inForce(pod, "512Mi"));

        // Then
        assertThat(step).isInstanceOf(RolloutStep.Live.class);
        assertThat(((RolloutStep.Live) step).change().parameters()).containsEntry("maxmemory", "402653184");
    }

    static Stream<Arguments> words() {
        return Stream.of(
                Arguments.of("PodResizePending", "Infeasible", Reason.RESIZE_INFEASIBLE, "can never give it"),
                Arguments.of(
                        "PodResizePending", "Deferred", Reason.RESIZE_DEFERRED, "has no room for the new resources"),
                Arguments.of("PodResizeInProgress", null, Reason.RESIZING, "is getting the new resources"),
                Arguments.of("PodResizeInProgress", "Error", Reason.RESIZE_DEFERRED, "lowers no memory limit below"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("words")
    void whatTheNodeSaysIsTold(String type, String reason, Reason told, String words) {
        // When
        RolloutStep step = step(
                resources("100m", "512Mi"),
                pod -> saying(
                        having(asked(pod, memory("100m", "512Mi")), memory("100m", "256Mi")), type, reason, "no room"));

        // Then
        assertThat(((RolloutStep.Hold) step).cause().reason()).isEqualTo(told);
        assertThat(((RolloutStep.Hold) step).cause().message()).contains(words, "serves on");
    }

    @Test
    void aNodeThatHasNotSeenItYetIsWaitedFor() {
        // When
        RolloutStep step = step(
                resources("200m", "256Mi"),
                pod -> having(asked(pod, memory("200m", "256Mi")), memory("100m", "256Mi")));

        // Then
        assertThat(((RolloutStep.Hold) step).cause().reason()).isEqualTo(Reason.RESIZING);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "resources: {requests: {cpu: 1, memory: 512Mi}, limits: {cpu: 1, memory: 512Mi}}",
                "resources: {requests: {cpu: 100m, memory: 512Mi, ephemeral-storage: 1Gi}, limits: {memory: 512Mi}}",
                "maxMemory: 100Mi, resources: {requests: {cpu: 100m, memory: 256Mi}}",
                "resources: {limits: {memory: 512Mi}}",
                "image: docker.io/valkey/valkey:8.1.1, resources: {limits: {memory: 512Mi}}",
                "podTemplate: {labels: {a: b}}, resources: {limits: {memory: 512Mi}}"
            })
    void whatNoResizeCanGiveTakesANewPod(String edit) {
        assertThat(step(edit, pod -> pod)).isInstanceOf(RolloutStep.Preflight.class);
    }

    @Test
    void whatTheClusterHasSaidToBeImpossibleTakesANewPod() {
        // Given
        String text = SizedPod.refused(ContainerResources.of(memory("100m", "512Mi")));

        // Then
        assertThat(step(resources("100m", "512Mi"), pod -> annotated(pod, text)))
                .isInstanceOf(RolloutStep.Preflight.class);
        assertThat(step(resources("100m", "600Mi"), pod -> annotated(pod, text)))
                .isInstanceOf(RolloutStep.Resize.class);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "resources: {requests: {cpu: 100m}, limits: {memory: 48Mi}} | resources.limits.memory of 48Mi is less than the running server needs: its data takes about 40Mi of memory. Allowed is 50Mi or more",
                "maxMemory: 60%, resources: {requests: {cpu: 100m}, limits: {memory: 64Mi}} | With resources.limits.memory of 64Mi maxMemory is 39Mi, which is less than the data of the running server takes: about 40Mi"
            })
    void aLimitBelowTheDataIsHeldBackWithBothNumbers(String edit, String words) {
        // When
        RolloutStep step = step(edit, pod -> having(pod, memory("100m", "256Mi")));

        // Then
        assertThat(step).isInstanceOf(RolloutStep.Hold.class);
        assertThat(((RolloutStep.Hold) step).cause().reason()).isEqualTo(Reason.MEMORY_BELOW_DATA);
        assertThat(((RolloutStep.Hold) step).cause().message()).contains(words, "serves on as before");
    }

    @Test
    void aPodGetsItsResourcesBackIfTheWishForOthersIsTakenBack() {
        // When
        RolloutStep step = step(
                MADE,
                pod -> saying(
                        marked(having(asked(pod, memory("100m", "1000Gi")), memory("100m", "256Mi"))),
                        "PodResizePending",
                        "Infeasible",
                        "no room"));

        // Then
        assertThat(resize(step).to()).isEqualTo(ContainerResources.of(memory("100m", "256Mi")));
        assertThat(resize(step).first().isEmpty()).isTrue();
    }

    @Test
    void aPendingSizeIsNoneThatTheServerHas() {
        RolloutStep step = step(
                resources("100m", "512Mi"),
                pod -> marked(having(asked(pod, memory("100m", "1000Gi")), memory("100m", "256Mi"))));

        assertThat(resize(step).first().isEmpty()).isTrue();
    }

    @Test
    void resourcesThatSomebodyElseGaveStay() {
        assertThat(step(MADE, pod -> inForce(pod, "300Mi"))).isInstanceOf(RolloutStep.Apply.class);
        assertThat(step(
                        MADE,
                        pod -> annotated(
                                inForce(pod, "300Mi"), SizedPod.asked(ContainerResources.of(memory("100m", "512Mi"))))))
                .isInstanceOf(RolloutStep.Apply.class);
    }

    private static Pod inForce(Pod pod, String limit) {
        return having(asked(pod, memory("100m", limit)), memory("100m", limit));
    }

    private static String resources(String cpu, String limit) {
        return "resources: {requests: {cpu: " + cpu + ", memory: " + limit + "}, limits: {memory: " + limit + "}}";
    }

    private static RolloutStep.Resize resize(RolloutStep step) {
        assertThat(step).isInstanceOf(RolloutStep.Resize.class);
        return (RolloutStep.Resize) step;
    }

    private static RolloutStep step(String managed, UnaryOperator<Pod> becomes) {
        ServerObjects objects = SampleProfiles.objects(SampleProfiles.managed(MADE));
        ObservedBuilder seen = ObservedBuilder.serving(objects, Optional.empty())
                .pods(becomes.apply(PodPhases.ready(PodPhases.podOf(objects.statefulSet()))))
                .redis(Answers.holding(40, 192));
        return SampleProfiles.plan(SampleProfiles.managed(managed), seen.observed())
                .server()
                .orElseThrow()
                .step();
    }
}
