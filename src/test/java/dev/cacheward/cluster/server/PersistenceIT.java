package dev.cacheward.cluster.server;

import static dev.cacheward.cluster.server.PersistenceYaml.persistent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cluster.rig.EditedProfile;
import dev.cacheward.cluster.rig.LiveRedis;
import dev.cacheward.cluster.rig.RecordedPods;
import dev.cacheward.cluster.rig.TestCluster;
import dev.cacheward.cluster.rig.TestNamespace;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is on the volume stays, whatever happens to the pod and to the mode. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PersistenceIT {
    private TestNamespace namespace;

    @BeforeAll
    void open() {
        namespace = new TestNamespace("persistence");
    }

    @AfterAll
    void delete() {
        namespace.close();
    }

    @Test
    void aChangeOfModeLosesNoKeyThereAndBackAndThere() {
        EditedProfile profile = new EditedProfile(namespace, "modes");
        profile.applyAndAwaitReady(persistent("Snapshot", "64Mi"));

        changeModeWhileWriting(profile, "AppendOnly", "yes");
        profile.redis().asApplication("SET", "between", "1");
        changeModeWhileWriting(profile, "Snapshot", "no");
        profile.redis().asApplication("DEL", "between");
        changeModeWhileWriting(profile, "AppendOnly", "yes");

        // An append-only file of the first time would bring it back.
        assertThat(profile.redis().asApplication("EXISTS", "between")).isEqualTo(0L);
    }

    private static void changeModeWhileWriting(EditedProfile profile, String mode, String appendonly) {
        try (RecordedPods pods = profile.watchPods();
                SteadyClient application = new SteadyClient(profile.redis())) {
            profile.apply(persistent(mode, "64Mi"));
            application.awaitCut();
            profile.awaitReady();
            assertThat(pods.until(profile.podUid())).hasSize(2);
            assertThat(profile.redis().config("appendonly")).isEqualTo(appendonly);
            assertThat(profile.redis().asApplication(exists(application.writtenKeys())))
                    .isEqualTo((long) application.writtenKeys().length);
        }
    }

    private static String[] exists(String... keys) {
        return Stream.concat(Stream.of("EXISTS"), Stream.of(keys)).toArray(String[]::new);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Snapshot", "AppendOnly"})
    void aReplacedPodHasTheKeysAgain(String mode) {
        // Given
        EditedProfile profile = new EditedProfile(namespace, "replaced-" + mode.toLowerCase(java.util.Locale.ROOT));
        profile.applyAndAwaitReady(persistent(mode, "64Mi"));
        profile.redis().asApplication("SET", "session", "alive");
        String uid = profile.podUid();

        // When
        profile.deletePod();

        // Then
        TestNamespace.patiently().until(() -> !profile.podUid().equals(uid));
        TestNamespace.patiently()
                .untilAsserted(() -> assertThat(profile.redis().asApplication("GET", "session"))
                        .isEqualTo("alive"));
    }

    @Test
    void anAppendOnlyServerKeepsTheNamesOfWriteCommandsAndDeniesThem() {
        // Given
        EditedProfile profile = new EditedProfile(namespace, "flushed");
        profile.applyAndAwaitReady(persistent("AppendOnly", "64Mi", "disabledCommands: [KEYS, CONFIG]"));
        profile.redis().asApplication("SET", "old", "1");
        assertThat(profile.redis().asApplication("FLUSHALL")).isEqualTo("OK");
        profile.redis().asApplication("SET", "new", "1");

        // When: the file holds a FLUSHALL, which a server without that command could not read
        profile.applyAndAwaitReady(persistent("AppendOnly", "64Mi", "disabledCommands: [FLUSHALL, FLUSHDB]"));

        // Then
        LiveRedis redis = profile.redis();
        assertThat(redis.asApplication("FLUSHALL")).asString().startsWith("-NOPERM");
        assertThat(redis.asApplication("FLUSHDB")).asString().startsWith("-NOPERM");
        assertThat(redis.asApplication("EXISTS", "old")).isEqualTo(0L);
        assertThat(redis.asApplication("EXISTS", "new")).isEqualTo(1L);
    }

    @Test
    void aServerThatStartsToPersistKeepsWhatItHasAndWhatComes() {
        // Given
        EditedProfile profile = new EditedProfile(namespace, "begins");
        profile.applyAndAwaitReady("{}");
        profile.redis().asApplication("SET", "before", "1");

        // When
        profile.applyAndAwaitReady(persistent("AppendOnly", "64Mi"));
        profile.redis().asApplication("SET", "after", "1");
        changeModeWhileWriting(profile, "Snapshot", "no");

        // Then
        assertThat(profile.redis().asApplication("EXISTS", "before")).isEqualTo(1L);
        assertThat(profile.redis().asApplication("EXISTS", "after")).isEqualTo(1L);
    }

    @Test
    void aSecretLostWhileTheModeChangesLosesNoKey() {
        // Given
        EditedProfile profile = new EditedProfile(namespace, "secretless");
        profile.applyAndAwaitReady(persistent("Snapshot", "64Mi"));
        profile.redis().asApplication("SET", "kept", "1");

        // When
        try (RecordedPods trials = new RecordedPods(namespace, "secretless-redis-preflight")) {
            profile.apply(persistent("AppendOnly", "64Mi"));
            TestNamespace.patiently().until(trials::any);
        }
        TestCluster.get()
                .client()
                .resource(namespace.secret("secretless-redis-server"))
                .delete();
        profile.awaitReady();

        // Then
        TestNamespace.patiently()
                .untilAsserted(
                        () -> assertThat(profile.redis().config("appendonly")).isEqualTo("yes"));
        assertThat(profile.redis().asApplication("GET", "kept")).isEqualTo("1");
    }
}
