package dev.cacheward.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cacheward.api.v1alpha1.RestartTarget;
import dev.cacheward.api.v1alpha1.WorkloadKind;
import dev.cacheward.delivery.RestartPlan;
import dev.cacheward.testbed.EmbeddedApi;
import dev.cacheward.testbed.Request;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a workload is marked, with which requests, and what is said when it cannot be. */
class RestartsMockTest {
    private static final String US = "the-operator";
    private static final String ANNOTATION = "profile.cacheward.dev/shop";
    private static final RestartTarget BACKEND = new RestartTarget(WorkloadKind.DEPLOYMENT, "backend");
    private static final RestartTarget WORKER = new RestartTarget(WorkloadKind.DEPLOYMENT, "worker");
    private static final Duration GATHERING = Duration.ofSeconds(5);
    private static final HasMetadata PROFILE = new ConfigMapBuilder()
            .withNewMetadata()
            .withName("shop")
            .withNamespace(EmbeddedApi.NAMESPACE)
            .withUid("11111111-2222-3333-4444-555555555555")
            .endMetadata()
            .build();

    private final SettableClock clock = new SettableClock();
    private EmbeddedApi api;
    private KubernetesClient person;
    private Restarts restarts;

    @BeforeEach
    void start() {
        api = EmbeddedApi.start();
        person = api.client("a-person");
        restarts = new Restarts(api.client(US), Labels.PROFILE, clock);
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @ParameterizedTest
    @EnumSource(WorkloadKind.class)
    void everyKindOfWorkloadIsMarkedFiveSecondsAfterTheChange(WorkloadKind kind) {
        // Given
        RestartTarget target = new RestartTarget(kind, "backend");
        create(target, "");

        // When
        RestartLook first = look("one", target);
        clock.pass(GATHERING.minusMillis(1));
        RestartLook early = look("one", target);
        clock.pass(Duration.ofMillis(1));
        RestartLook last = look("one", target);

        // Then
        assertThat(first.again()).contains(GATHERING);
        assertThat(early.again()).contains(Duration.ofMillis(1));
        assertThat(last).isEqualTo(new RestartLook(first.warnings(), Optional.empty()));
        assertThat(last.warnings().texts()).isEmpty();
        assertThat(writes()).singleElement().matches(Request::isApply);
        assertThat(mark(target)).isEqualTo("one");
    }

    @Test
    void whatTheTemplateHoldsBesideTheMarkStays() {
        // Given
        create(BACKEND, "team: shop");

        // When
        restart("one", BACKEND);

        // Then
        Deployment live = person.apps().deployments().withName("backend").get();
        assertThat(live.getSpec().getTemplate().getMetadata().getAnnotations())
                .containsEntry("team", "shop")
                .containsEntry(ANNOTATION, "one");
        assertThat(live.getSpec().getTemplate().getSpec().getContainers()).hasSize(1);
    }

    @Test
    void changesWithinFiveSecondsOfTheFirstBecomeOneWriteOfTheLast() {
        // Given
        create(BACKEND, "");
        look("one", BACKEND);

        // When
        clock.pass(Duration.ofSeconds(3));
        look("two", BACKEND);
        clock.pass(Duration.ofSeconds(2));
        look("three", BACKEND);

        // Then
        assertThat(writes()).hasSize(1);
        assertThat(mark(BACKEND)).isEqualTo("three");
    }

    @Test
    void aChangeThatIsTakenBackInTimeRestartsNothing() {
        // Given
        create(BACKEND, "");
        restart("one", BACKEND);
        look("two", BACKEND);

        // When
        clock.pass(Duration.ofSeconds(4));
        RestartLook back = look("one", BACKEND);
        clock.pass(Duration.ofSeconds(4));
        RestartLook anew = look("three", BACKEND);

        // Then
        assertThat(back.again()).isEmpty();
        assertThat(anew.again()).contains(GATHERING);
        assertThat(writes()).hasSize(1);
    }

    @Test
    void aMarkedWorkloadIsReadAndNotWritten() {
        // Given
        create(BACKEND, "");
        restart("one", BACKEND);
        api.clearRequests();

        // When
        restart("one", BACKEND);

        // Then
        assertThat(requests()).extracting(Request::method).containsExactly("GET", "GET");
    }

    @Test
    void withoutWorkloadsNothingIsAsked() {
        // When
        RestartLook look = restarts.look(PROFILE, RestartPlan.none());

        // Then
        assertThat(look.again()).isEmpty();
        assertThat(requests()).isEmpty();
    }

    @Test
    void aMissingWorkloadIsToldAndNeverCreatedAndTheOthersAreMarked() {
        // Given
        create(WORKER, "");

        // When
        RestartLook look = restart("one", BACKEND, WORKER);

        // Then
        assertThat(look.warnings().texts())
                .containsExactly(
                        "Deployment \"backend\" of spec.restart does not exist; it is looked for once a minute.");
        assertThat(look.again()).contains(Duration.ofMinutes(1));
        assertThat(mark(WORKER)).isEqualTo("one");
        assertThat(person.apps().deployments().withName("backend").get()).isNull();
        create(BACKEND, "");
        assertThat(restart("one", BACKEND, WORKER).warnings().texts()).isEmpty();
        assertThat(mark(BACKEND)).isEqualTo("one");
    }

    @Test
    void aRefusedReadIsToldAndAskedForAgainAfterAMinute() {
        // Given
        create(BACKEND, "");
        refuse("GET", 403);

        // When
        RestartLook refused = look("one", BACKEND);
        clock.pass(Duration.ofSeconds(59));
        RestartLook soon = look("one", BACKEND);

        // Then
        assertThat(refused.warnings().texts())
                .containsExactly(
                        "Deployment \"backend\" of spec.restart is not restarted: the API server refuses it: may not.");
        assertThat(refused.again()).contains(Duration.ofMinutes(1));
        assertThat(soon).isEqualTo(refused);
        assertThat(requests()).hasSize(1);
        clock.pass(Duration.ofSeconds(1));
        look("one", BACKEND);
        assertThat(requests()).hasSize(2);
    }

    @Test
    void aRefusedWriteKeepsItsWarningUntilItSucceeds() {
        // Given
        create(BACKEND, "");
        refuse("PATCH", 422);
        RestartLook refused = restart("one", BACKEND);

        // When
        api.clearFaults();
        clock.pass(Duration.ofMinutes(1));
        RestartLook gathering = look("one", BACKEND);
        clock.pass(GATHERING);
        RestartLook healed = look("one", BACKEND);

        // Then
        assertThat(refused.warnings().texts()).hasSize(1);
        assertThat(gathering.warnings()).isEqualTo(refused.warnings());
        assertThat(gathering.again()).contains(GATHERING);
        assertThat(healed.warnings().texts()).isEmpty();
        assertThat(mark(BACKEND)).isEqualTo("one");
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 409})
    void whatPassesByItselfIsLeftToTheRetry(int code) {
        // Given
        create(BACKEND, "");
        look("one", BACKEND);
        clock.pass(GATHERING);
        refuse("PATCH", code);

        // When
        assertThatThrownBy(() -> look("one", BACKEND)).isInstanceOf(KubernetesClientException.class);

        // Then
        api.clearFaults();
        assertThat(restart("one", BACKEND).warnings().texts()).isEmpty();
        assertThat(mark(BACKEND)).isEqualTo("one");
    }

    @Test
    void aWorkloadMadeAnewSinceItWasSeenIsNotMarkedInItsPlace() {
        // Given
        create(BACKEND, "");
        Mark mark = Mark.of(Owner.of(PROFILE), Labels.PROFILE, "one");
        Workloads workloads = new Workloads(api.client(US));
        String uid = ((Marking.Due) workloads.look(BACKEND, mark)).uid();

        // When
        person.apps().deployments().withName("backend").delete();

        // Then
        assertThatThrownBy(() -> workloads.write(BACKEND, mark, uid)).hasMessageContaining("uid mismatch");
        create(BACKEND, "");
        assertThatThrownBy(() -> workloads.write(BACKEND, mark, uid)).isInstanceOf(KubernetesClientException.class);
        assertThat(mark(BACKEND)).isEqualTo("");
    }

    @Test
    void aRedisOfTheOperatorIsNotRestarted() {
        // Given
        RestartTarget redis = new RestartTarget(WorkloadKind.STATEFUL_SET, "shop-redis");
        create(redis, "");
        person.apps().statefulSets().withName("shop-redis").edit(set -> {
            set.getMetadata().setLabels(Map.of(Labels.MANAGED_BY, Labels.OPERATOR));
            return set;
        });

        // When
        RestartLook look = restart("one", redis);

        // Then
        assertThat(look.warnings().texts())
                .singleElement()
                .asString()
                .contains("StatefulSet \"shop-redis\"", "a Redis that this operator runs");
        assertThat(writes()).isEmpty();
    }

    @Test
    void eachKindOfResourceHasAMarkAndAManagerOfItsOwn() {
        // Given
        Owner owner = Owner.of(PROFILE);

        // Then
        assertThat(Mark.of(owner, Labels.PROFILE, "one"))
                .isEqualTo(new Mark(EmbeddedApi.NAMESPACE, "cacheward-profile-shop", ANNOTATION, "one"));
        assertThat(Mark.of(owner, Labels.POLICY, "one"))
                .isEqualTo(
                        new Mark(EmbeddedApi.NAMESPACE, "cacheward-policy-shop", "policy.cacheward.dev/shop", "one"));
    }

    private RestartLook restart(String mark, RestartTarget... targets) {
        look(mark, targets);
        clock.pass(GATHERING);
        return look(mark, targets);
    }

    private RestartLook look(String mark, RestartTarget... targets) {
        return restarts.look(PROFILE, new RestartPlan(List.of(targets), mark));
    }

    private void refuse(String method, int code) {
        api.failNext(
                1_000,
                request -> request.userAgent().equals(US) && request.method().equals(method),
                code,
                "Refused",
                "may not");
    }

    private List<Request> requests() {
        return api.requests().stream()
                .filter(request -> request.userAgent().equals(US))
                .toList();
    }

    private Stream<Request> writes() {
        return api.writesBy(US);
    }

    private String mark(RestartTarget target) {
        ResourceDefinitionContext type = new ResourceDefinitionContext.Builder()
                .withGroup("apps")
                .withVersion("v1")
                .withKind(target.kind().wire())
                .withPlural(target.kind().wire().toLowerCase(Locale.ROOT) + "s")
                .withNamespaced(true)
                .build();
        GenericKubernetesResource live = person.genericKubernetesResources(type)
                .inNamespace(EmbeddedApi.NAMESPACE)
                .withName(target.name())
                .get();
        return Optional.<Object>ofNullable(live.get("spec", "template", "metadata", "annotations", ANNOTATION))
                .map(Object::toString)
                .orElse("");
    }

    private void create(RestartTarget target, String annotation) {
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
}
