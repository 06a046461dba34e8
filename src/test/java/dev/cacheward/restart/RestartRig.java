package dev.cacheward.restart;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.RestartTarget;
import dev.cacheward.api.v1alpha1.WorkloadKind;
import dev.cacheward.delivery.RestartPlan;
import dev.cacheward.drift.Tries;
import dev.cacheward.kubernetes.ResourceAnnotations;
import dev.cacheward.testbed.EmbeddedApi;
import dev.cacheward.testbed.Request;
import dev.cacheward.testbed.SettableClock;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Restarts with a clock that stands still, on an embedded API. */
final class RestartRig implements AutoCloseable {
    static final String ANNOTATION = "profile.cacheward.dev/shop";
    static final RestartTarget BACKEND = new RestartTarget(WorkloadKind.DEPLOYMENT, "backend");
    static final RestartTarget WORKER = new RestartTarget(WorkloadKind.DEPLOYMENT, "worker");
    static final Duration GATHERING = Duration.ofSeconds(5);

    static final HasMetadata PROFILE = profile(Map.of());

    private static HasMetadata profile(Map<String, String> annotations) {
        CacheProfile profile = new CacheProfile();
        profile.setMetadata(new ObjectMetaBuilder()
                .withName("shop")
                .withNamespace(EmbeddedApi.NAMESPACE)
                .withAnnotations(annotations)
                .withUid("11111111-2222-3333-4444-555555555555")
                .build());
        return profile;
    }

    private static final String US = "the-operator";

    final SettableClock clock = new SettableClock();
    final EmbeddedApi api = EmbeddedApi.start();
    final KubernetesClient person = api.client("a-person");
    final Restarts restarts = new Restarts(operator(), clock, new Tries(clock));

    private HasMetadata caller = PROFILE;

    KubernetesClient operator() {
        return api.client(US);
    }

    /** Reconciles, and again when nothing is waited for any more. */
    RestartResult restart(String mark, RestartTarget... targets) {
        look(mark, targets);
        clock.pass(GATHERING);
        return look(mark, targets);
    }

    /** A person's nudge. */
    void call(String token) {
        caller = profile(Map.of(ResourceAnnotations.RECONCILE, token));
    }

    RestartResult look(String mark, RestartTarget... targets) {
        return restarts.apply(caller, plan(mark, targets), clock.instant());
    }

    /** As {@link #restart}, while one of the keys is somebody else's. */
    void restartInConflict(String mark, RestartTarget... targets) {
        conflict(plan(mark, targets).complete(false));
    }

    /** As {@link #putBack}, while one of the keys is somebody else's. */
    void putBackInConflict(String mark, RestartTarget... targets) {
        conflict(plan(mark, targets).complete(false).returned(true));
    }

    private void conflict(RestartPlan plan) {
        restarts.apply(caller, plan, clock.instant());
        clock.pass(GATHERING);
        restarts.apply(caller, plan, clock.instant());
    }

    /** A reconciliation that put keys back which had been away. */
    RestartResult putBack(String mark, RestartTarget... targets) {
        return restarts.apply(caller, plan(mark, targets).returned(true), clock.instant());
    }

    /** A pod of the workloads that {@link #create} makes, with a container that started now. */
    void startPod(String name, String mark) {
        Pod pod = new PodBuilder()
                .withNewMetadata()
                .withName(name)
                .addToLabels("app", "shop")
                .addToAnnotations(ANNOTATION, mark)
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("main")
                .withImage("shop")
                .endContainer()
                .endSpec()
                .withNewStatus()
                .addNewContainerStatus()
                .withName("main")
                .withNewState()
                .withNewRunning()
                .withStartedAt(clock.instant().truncatedTo(ChronoUnit.SECONDS).toString())
                .endRunning()
                .endState()
                .endContainerStatus()
                .endStatus()
                .build();
        person.resource(pod).create();
        person.resource(pod).patchStatus();
    }

    /** Wants these keys, and no connection. */
    static RestartPlan plan(String mark, RestartTarget... targets) {
        return new RestartPlan(List.of(targets), mark, Optional.empty(), false, true, false);
    }

    void refuse(String method, int code) {
        refuse(method, "", code);
    }

    /** @param name how the path ends */
    void refuse(String method, String name, int code) {
        api.failNext(
                1_000,
                request -> request.userAgent().equals(US)
                        && request.method().equals(method)
                        && request.path().endsWith(name),
                code,
                "Refused",
                "may not");
    }

    /** The next write takes its time on the clock, and fails. */
    void delay(String name, Duration time) {
        api.failNext(
                1,
                request -> {
                    boolean delayed = request.isApply() && request.path().endsWith(name);
                    clock.pass(delayed ? time : Duration.ZERO);
                    return delayed;
                },
                500,
                "Refused",
                "may not");
    }

    List<Request> requests() {
        return api.requests().stream()
                .filter(request -> request.userAgent().equals(US))
                .toList();
    }

    Stream<Request> writes() {
        return api.writesBy(US);
    }

    String mark(RestartTarget target) {
        GenericKubernetesResource live = person.genericKubernetesResources(Workloads.type(target))
                .inNamespace(EmbeddedApi.NAMESPACE)
                .withName(target.name())
                .get();
        return Optional.<Object>ofNullable(live.get("spec", "template", "metadata", "annotations", ANNOTATION))
                .map(Object::toString)
                .orElse("");
    }

    void create(RestartTarget target, String annotation) {
        person.load(new ByteArrayInputStream("""
                        apiVersion: apps/v1
                        kind: %s
                        metadata: {name: %s}
                        spec:
                          selector: {matchLabels: {app: shop}}
                          template:
                            metadata: {labels: {app: shop}, annotations: {%s}}
                            spec: {containers: [{name: main, image: shop}]}
                        """.formatted(target.kind().wire(), target.name(), annotation)
                        .getBytes(StandardCharsets.UTF_8)))
                .create();
    }

    @Override
    public void close() {
        api.close();
    }
}
