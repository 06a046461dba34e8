package dev.cacheward.cluster.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cluster.rig.EditedProfile;
import dev.cacheward.cluster.rig.LiveRedis;
import dev.cacheward.cluster.rig.TestImages;
import dev.cacheward.cluster.rig.TestNamespace;
import dev.cacheward.status.Reason;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every supported server takes what the operator writes, and data goes from one to the next. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VersionsIT {
    private TestNamespace namespace;

    @BeforeAll
    void open() {
        TestImages.all();
        namespace = new TestNamespace("versions");
    }

    @AfterAll
    void delete() {
        if (namespace != null) {
            namespace.close();
        }
    }

    static List<String> images() {
        return TestImages.all();
    }

    @ParameterizedTest
    @MethodSource("images")
    void aServerIsHardenedTellsItsVersionAndChangesItsMode(String image) {
        // Given
        EditedProfile profile = new EditedProfile(namespace, name(image));
        profile.applyAndAwaitReady(with(image, ", persistence: {mode: Snapshot, size: 64Mi}"));
        LiveRedis redis = profile.redis();
        redis.asApplication("SET", "kept", "1");

        // When
        String version = TestNamespace.patiently()
                .until(
                        () -> namespace
                                .profile(profile.name())
                                .getStatus()
                                .redis()
                                .version(),
                        Objects::nonNull);
        Object keys = redis.asApplication("KEYS", "*");
        Object shutdown = redis.asApplication("SHUTDOWN");
        profile.applyAndAwaitReady(with(image, ", persistence: {mode: AppendOnly, size: 64Mi}"));

        // Then
        assertThat(version.toLowerCase(Locale.ROOT).replace(' ', ':'))
                .startsWith(image.substring(image.lastIndexOf('/') + 1));
        assertThat(keys).asString().startsWith("-ERR unknown command");
        assertThat(shutdown).asString().startsWith("-NOPERM");
        assertThat(redis.config("appendonly")).isEqualTo("yes");
        assertThat(redis.asApplication("GET", "kept")).isEqualTo("1");
    }

    @Test
    void anUpgradeKeepsTheKeysAndADowngradeThatCannotReadThemIsSaidAndHealed() {
        // Given
        String older = TestImages.like("redis:7.0");
        String newer = TestImages.like("redis:8.0");
        String volume = ", persistence: {mode: Snapshot, size: 64Mi}";
        EditedProfile profile = new EditedProfile(namespace, "moves");
        profile.applyAndAwaitReady(with(older, volume));
        profile.redis().asApplication("SET", "kept", "1");

        // When
        profile.applyAndAwaitReady(with(newer, volume));
        Object upgraded = profile.redis().asApplication("GET", "kept");
        profile.apply(with(older, volume));
        TestNamespace.patiently()
                .untilAsserted(() ->
                        assertThat(profile.awaitNotReady(Reason.CRASH_LOOPING)).contains("RDB format version"));
        profile.applyAndAwaitReady(with(newer, volume));

        // Then
        assertThat(upgraded).isEqualTo("1");
        assertThat(profile.redis().asApplication("GET", "kept")).isEqualTo("1");
    }

    private static String with(String image, String more) {
        return "{image: '" + image + "'" + more + "}";
    }

    private static String name(String image) {
        return image.substring(image.lastIndexOf('/') + 1).replaceAll("[^a-z0-9]", "-");
    }
}
