package dev.cacheward.cluster.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cluster.rig.EditedProfile;
import dev.cacheward.cluster.rig.LiveRedis;
import dev.cacheward.cluster.rig.TestNamespace;
import dev.cacheward.redis.client.replication.CountingWriters;
import dev.cacheward.status.Reason;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Persistence is turned on and off while applications write, through the Service. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PersistenceRollIT {
    private TestNamespace namespace;

    @BeforeAll
    void open() {
        namespace = new TestNamespace("on-off");
    }

    @AfterAll
    void delete() {
        namespace.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Snapshot", "AppendOnly"})
    void persistenceThatIsTurnedOnAndOffLosesNothing(String mode) {
        // Given
        EditedProfile profile = new EditedProfile(namespace, mode.toLowerCase(java.util.Locale.ROOT));
        profile.applyAndAwaitReady("{}");
        // When
        editWhileWriting(profile, persistent(mode));
        // Then
        profile.redis().asApplication("SET", "kept", "1");
        String before = profile.podUid();
        profile.deletePod();
        namespace.awaitNewPod(profile.name(), before);
        assertThat(profile.redis().asApplication("GET", "kept")).isEqualTo("1");
        // When
        editWhileWriting(profile, "{}");
        // Then
        assertThat(profile.redis().asApplication("GET", "kept")).isEqualTo("1");
        assertThat(profile.redis().config("appendonly")).isEqualTo("no");
    }

    @Test
    void aVolumeWithOtherDataIsNotOverwrittenUnasked() {
        // Given
        EditedProfile profile = new EditedProfile(namespace, "other");
        profile.applyAndAwaitReady(persistent("AppendOnly"));
        profile.redis().asApplication("SET", "when", "earlier");
        String before = profile.podUid();
        profile.apply("{}");
        namespace.awaitNewPod("other", before);
        profile.redis().asApplication("SET", "when", "now");
        // When
        profile.apply(persistent("AppendOnly"));
        String message = profile.awaitNotReady(Reason.WARM_ROLL_REFUSED);
        // Then
        assertThat(message).contains("the volume has data from the time", "delete the PersistentVolumeClaim");
        assertThat(profile.redis().asApplication("GET", "when")).isEqualTo("now");
        // When
        String refused = profile.podUid();
        long generation = namespace.profile("other").getMetadata().getGeneration();
        profile.annotate("cacheward.dev/allow-cold-roll", String.valueOf(generation));
        namespace.awaitNewPod("other", refused);
        // Then
        assertThat(profile.redis().asApplication("GET", "when")).isEqualTo("earlier");
    }

    private void editWhileWriting(EditedProfile profile, String edit) {
        LiveRedis redis = profile.redis();
        try (CountingWriters writers =
                new CountingWriters(10, redis.application(), () -> namespace.service(profile.name()))) {
            TestNamespace.patiently().until(() -> writers.allWrite() && writers.writes() > 1_000);
            String before = profile.podUid();
            profile.apply(edit);
            namespace.awaitNewPod(profile.name(), before);
            long served = writers.writes();
            TestNamespace.patiently().until(() -> writers.writes() > served + 1_000);
            writers.stop();
            assertThat(writers.lost(key -> String.valueOf(redis.asApplication("GET", key))))
                    .isEmpty();
            assertThat(writers.errors()).allSatisfy(errors -> assertThat(errors).hasSizeLessThanOrEqualTo(1));
        }
    }

    private static String persistent(String mode) {
        return "{persistence: {mode: " + mode + ", size: 64Mi}}";
    }
}
