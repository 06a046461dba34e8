package dev.cacheward.cluster.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cluster.rig.EditedProfile;
import dev.cacheward.cluster.rig.RecordedPods;
import dev.cacheward.cluster.rig.TestNamespace;
import dev.cacheward.status.Reason;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A memory limit into which the data does not fit costs neither the server nor a key. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MemoryBelowDataIT {
    private TestNamespace namespace;

    @BeforeAll
    void open() {
        namespace = new TestNamespace("memory");
    }

    @AfterAll
    void delete() {
        namespace.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Snapshot", "AppendOnly"})
    void theServerServesOnUntilTheLimitIsOneThatItsDataFitsInto(String mode) {
        // Given
        EditedProfile profile = new EditedProfile(namespace, "held-" + mode.toLowerCase(java.util.Locale.ROOT));
        profile.applyAndAwaitReady(limit(mode, "400Mi"));
        profile.redis()
                .asApplication("EVAL", "for i=1,1000 do redis.call('set','k'..i,string.rep('x',100000)) end", "0");

        try (RecordedPods pods = profile.watchPods()) {
            // When
            profile.apply(limit(mode, "96Mi"));

            // Then
            assertThat(profile.awaitNotReady(Reason.MEMORY_BELOW_DATA))
                    .contains("resources.limits.memory of 96Mi is less", "serves on as before")
                    .containsPattern("takes about 1[01]\\dMi");
            assertThat(pods.until(profile.podUid())).containsExactly(profile.podUid());
        }

        // When
        profile.applyAndAwaitReady(limit(mode, "256Mi"));

        // Then
        assertThat(profile.redis().asApplication("DBSIZE")).isEqualTo(1000L);
    }

    private static String limit(String mode, String memory) {
        return "{persistence: {mode: " + mode + ", size: 300Mi}, maxMemory: 90%, "
                + "resources: {requests: {cpu: 10m, memory: 64Mi}, limits: {memory: " + memory + "}}}";
    }
}
