package dev.cacheward.cluster.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cluster.rig.ResourceManifests;
import dev.cacheward.cluster.rig.TestImages;
import dev.cacheward.cluster.rig.TestNamespace;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One field of a profile after the other is edited while applications write: no key and no acknowledged write is lost. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryFieldIT {
    private record Edit(String field, String value) {}

    private static final List<Edit> TOLD = List.of(
            new Edit("maxMemory", "100Mi"),
            new Edit("evictionPolicy", "allkeys-lru"),
            new Edit("config", "{timeout: '300', hz: '50'}"),
            new Edit("disabledCommands", "[FLUSHDB, FLUSHALL, KEYS, CONFIG, MONITOR]"),
            new Edit("auth", "{allowedCommands: [SLOWLOG]}"),
            new Edit("resources", "{requests: {cpu: 20m, memory: 64Mi}, limits: {memory: 320Mi}}"),
            new Edit("resources", "{requests: {cpu: 10m, memory: 64Mi}, limits: {memory: 192Mi}}"),
            new Edit("networkPolicy", "{from: [{ipBlock: {cidr: 0.0.0.0/0}}]}"),
            new Edit("spec.ttls", "{page: 90s, users: Never}"),
            new Edit("spec.enabled", "false"),
            new Edit("spec.delivery", "[{configMap: {name: other}, format: EnvJson}]"),
            new Edit("spec.binding", "{envPrefix: SHOP_}"),
            new Edit("spec.deletionPolicy", "Retain"));

    private static final List<Edit> ROLLED = List.of(
            new Edit("config", "{timeout: '300', hz: '50', databases: '20'}"),
            new Edit("disabledCommands", "[FLUSHALL, CONFIG]"),
            new Edit("bind", "[PodIP]"),
            new Edit("podTemplate", "{labels: {a: b}, annotations: {c: d}, nodeSelector: {kubernetes.io/os: linux}}"),
            new Edit("resources", "{requests: {cpu: 50m, memory: 192Mi}, limits: {cpu: 50m, memory: 192Mi}}"));

    private TestNamespace namespace;

    @BeforeAll
    void open() {
        namespace = new TestNamespace("fields");
    }

    @AfterAll
    void delete() {
        namespace.close();
    }

    @Test
    void aServerInMemoryLosesNothingAndCutsEachClientAtMostOnce() {
        // Given
        MeasuredProfile profile = new MeasuredProfile(namespace, "memory", 20);
        profile.create(Map.of());
        // When
        List<EditCost> told = costs(profile, TOLD);
        told.add(profile.rotate("1"));
        told.add(limits(profile));
        List<EditCost> rolled = costs(profile, ROLLED);
        rolled.add(profile.edit("image", TestImages.like("redis:8.0")));
        // Then
        assertThat(told)
                .allSatisfy(EveryFieldIT::assertNothingLost)
                .allSatisfy(cost -> assertThat(cost.errors()).as(cost.row()).isZero());
        assertThat(rolled)
                .allSatisfy(EveryFieldIT::assertNothingLost)
                .allSatisfy(cost -> assertThat(cost.errors()).as(cost.row()).isLessThanOrEqualTo(1));
    }

    @Test
    void aServerInMemoryHandsOverToOneOfAnotherKind() {
        // Given
        MeasuredProfile profile = new MeasuredProfile(namespace, "kinds", 20);
        profile.create(Map.of());
        // When
        EditCost cost = profile.edit("image", TestImages.like("valkey:8.1"));
        // Then
        assertNothingLost(cost);
        assertThat(cost.errors()).as(cost.row()).isLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Snapshot", "AppendOnly"})
    void aServerOnAVolumeLosesNothing(String mode) {
        // Given
        MeasuredProfile profile =
                new MeasuredProfile(namespace, "volume-" + mode.toLowerCase(java.util.Locale.ROOT), 10);
        profile.create(Map.of("persistence", "{mode: " + mode + ", size: 64Mi}"));
        String other = mode.equals("Snapshot") ? "AppendOnly" : "Snapshot";
        // When
        List<EditCost> costs = costs(
                profile,
                List.of(
                        new Edit("maxMemory", "90Mi"),
                        new Edit("config", "{databases: '20'}"),
                        new Edit("persistence", "{mode: " + other + ", size: 64Mi}"),
                        new Edit("image", TestImages.like("redis:8.0"))));
        // Then
        assertThat(costs).allSatisfy(EveryFieldIT::assertNothingLost);
    }

    @Test
    void aPasswordOfTheAuthorsOwnIsToldToTheServer() {
        // Given
        namespace.apply(ResourceManifests.secret("own", "password", "first"));
        MeasuredProfile profile = new MeasuredProfile(namespace, "password", 20);
        profile.create(Map.of());
        // When
        List<EditCost> costs = costs(profile, List.of(new Edit("auth", "{passwordFrom: {name: own, key: password}}")));
        costs.add(profile.passwordOf("own", "second"));
        // Then
        assertThat(costs)
                .allSatisfy(EveryFieldIT::assertNothingLost)
                .allSatisfy(cost -> assertThat(cost.errors()).as(cost.row()).isZero());
    }

    private EditCost limits(MeasuredProfile profile) {
        return profile.measure("limits of a policy: {query: 20/minute}", () -> {
            namespace.apply(ResourceManifests.policy("limits", profile.name(), "query: 20/minute"));
            namespace.awaitPolicy("limits", ConditionType.READY, "True", Reason.READY);
        });
    }

    private static List<EditCost> costs(MeasuredProfile profile, List<Edit> edits) {
        List<EditCost> costs = new ArrayList<>();
        for (Edit edit : edits) {
            costs.add(profile.edit(edit.field(), edit.value()));
        }
        return costs;
    }

    private static void assertNothingLost(EditCost cost) {
        assertThat(cost.keysLost()).as(cost.row()).isZero();
        assertThat(cost.writesLost()).as(cost.row()).isEmpty();
    }
}
