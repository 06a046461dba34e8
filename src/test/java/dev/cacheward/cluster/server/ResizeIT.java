package dev.cacheward.cluster.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cluster.rig.EditedProfile;
import dev.cacheward.cluster.rig.RecordedPods;
import dev.cacheward.cluster.rig.TestNamespace;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Other CPU and memory replace no pod, cut no connection and lose no key, where the node can give them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResizeIT {
    private static final String LIMIT_IN_FORCE =
            "cat /sys/fs/cgroup/memory/memory.limit_in_bytes 2>/dev/null || cat /sys/fs/cgroup/memory.max";

    private TestNamespace namespace;

    @BeforeAll
    void open() {
        namespace = new TestNamespace("resize");
    }

    @AfterAll
    void delete() {
        namespace.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"None", "Snapshot"})
    void memoryRisesAndFallsUnderAnApplication(String mode) {
        // Given
        EditedProfile profile = new EditedProfile(namespace, "kept-" + mode.toLowerCase(Locale.ROOT));
        profile.applyAndAwaitReady(sized(mode, "10m", "256Mi"));
        try (RecordedPods pods = profile.watchPods();
                SteadyClient application = new SteadyClient(profile.redis())) {
            // When
            profile.applyAndAwaitReady(sized(mode, "20m", "320Mi"));
            assertHas(profile, 320);
            profile.applyAndAwaitReady(sized(mode, "10m", "192Mi"));

            // Then
            assertHas(profile, 192);
            application.assertServed();
            String[] keys = application.writtenKeys();
            String[] exists =
                    Stream.concat(Stream.of("EXISTS"), Stream.of(keys)).toArray(String[]::new);
            assertThat(profile.redis().asApplication(exists)).isEqualTo((long) keys.length);
            assertThat(pods.until(profile.podUid())).containsExactly(profile.podUid());
        }
    }

    @Test
    void aLimitBelowTheDataIsToldWithBothNumbersAndTakenBack() {
        // Given
        EditedProfile profile = new EditedProfile(namespace, "full");
        profile.applyAndAwaitReady(sized("None", "10m", "256Mi"));
        profile.redis()
                .asApplication("EVAL", "for i=1,1000 do redis.call('set','k'..i,string.rep('x',100000)) end", "0");
        String before = profile.podUid();

        // When
        profile.apply(sized("None", "10m", "96Mi"));

        // Then
        assertThat(profile.awaitNotReady(Reason.MEMORY_BELOW_DATA))
                .contains("resources.limits.memory of 96Mi is less", "serves on as before")
                .containsPattern("takes about 1[0-2]\\dMi");
        profile.applyAndAwaitReady(sized("None", "10m", "256Mi"));
        assertThat(profile.podUid()).isEqualTo(before);
        assertThat(profile.redis().asApplication("DBSIZE")).isEqualTo(1000L);
    }

    @Test
    void whatNoNodeHasIsToldAndTakenBack() {
        // Given
        EditedProfile profile = new EditedProfile(namespace, "vast");
        profile.applyAndAwaitReady(sized("None", "10m", "256Mi"));
        String before = profile.podUid();

        // When
        profile.apply("{resources: {requests: {cpu: 10m, memory: 1000Gi}, limits: {memory: 1000Gi}}}");

        // Then
        assertThat(profile.awaitNotReady(Reason.RESIZE_INFEASIBLE)).contains("can never give it", "serves on");
        assertHas(profile, 256);
        profile.applyAndAwaitReady(sized("None", "10m", "256Mi"));
        TestNamespace.patiently()
                .until(() -> new Quantity("64Mi")
                        .equals(profile.pod()
                                .getSpec()
                                .getContainers()
                                .get(0)
                                .getResources()
                                .getRequests()
                                .get("memory")));
        assertThat(profile.podUid()).isEqualTo(before);
    }

    @Test
    void anotherClassOfThePodTakesAnotherPod() {
        // Given
        EditedProfile profile = new EditedProfile(namespace, "classed");
        profile.applyAndAwaitReady(sized("None", "10m", "128Mi"));
        profile.redis().asApplication("SET", "kept", "1");
        String before = profile.podUid();

        // When
        profile.apply("{resources: {requests: {cpu: 100m, memory: 128Mi}, limits: {cpu: 100m, memory: 128Mi}}}");

        // Then
        namespace.awaitNewPod("classed", before);
        assertThat(profile.redis().asApplication("GET", "kept")).isEqualTo("1");
        assertThat(profile.pod().getStatus().getQosClass()).isEqualTo("Guaranteed");
    }

    private static void assertHas(EditedProfile profile, long mebibytes) {
        assertThat(profile.inPod("sh", "-c", LIMIT_IN_FORCE)).isEqualTo(String.valueOf(mebibytes << 20));
        assertThat(profile.redis().config("maxmemory")).isEqualTo(String.valueOf((mebibytes << 20) / 4 * 3));
        assertThat(profile.pod().getStatus().getContainerStatuses().get(0).getRestartCount())
                .isZero();
    }

    private static String sized(String mode, String cpu, String limit) {
        String persistence = mode.equals("None") ? "" : "persistence: {mode: " + mode + ", size: 100Mi}, ";
        return "{" + persistence + "maxMemory: 75%, resources: {requests: {cpu: " + cpu
                + ", memory: 64Mi}, limits: {memory: " + limit + "}}}";
    }
}
