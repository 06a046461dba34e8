package dev.cacheward.cluster.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cluster.rig.EditedProfile;
import dev.cacheward.cluster.rig.LiveRedis;
import dev.cacheward.cluster.rig.TestImages;
import dev.cacheward.cluster.rig.TestNamespace;
import dev.cacheward.redis.client.replication.CountingWriters;
import io.fabric8.kubernetes.client.readiness.Readiness;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A server that holds its data in memory alone is replaced while applications write, through the Service. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WarmRollIT {
    private static final int WRITERS = 50;

    private TestNamespace namespace;

    @BeforeAll
    void open() {
        namespace = new TestNamespace("warm");
    }

    @AfterAll
    void delete() {
        namespace.close();
    }

    static Stream<Arguments> edits() {
        return Stream.of(
                Arguments.of("label", "{podTemplate: {labels: {a: b}}}"),
                Arguments.of("selector", "{podTemplate: {nodeSelector: {kubernetes.io/os: linux}}}"),
                Arguments.of("newer", "{image: '" + TestImages.like("redis:8.0") + "'}"),
                Arguments.of("valkey", "{image: '" + TestImages.like("valkey:8.1") + "'}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("edits")
    void anEditLosesNothingAndCutsEachClientOnce(String name, String edit) {
        // Given
        EditedProfile profile = new EditedProfile(namespace, name);
        profile.applyAndAwaitReady("{}");
        LiveRedis redis = profile.redis();
        try (CountingWriters writers =
                new CountingWriters(WRITERS, redis.application(), () -> namespace.service(name))) {
            TestNamespace.patiently().until(() -> writers.allWrite() && writers.writes() > 5_000);
            String before = profile.podUid();
            // When
            profile.apply(edit);
            namespace.awaitNewPod(name, before);
            // Then
            assertUnharmed(writers, redis, name);
        }
    }

    @Test
    void oneRollAfterTheOtherAlternatesTheName() {
        // Given
        EditedProfile profile = new EditedProfile(namespace, "twice");
        profile.applyAndAwaitReady("{}");
        LiveRedis redis = profile.redis();
        try (CountingWriters writers = new CountingWriters(5, redis.application(), () -> namespace.service("twice"))) {
            TestNamespace.patiently().until(() -> writers.allWrite() && writers.writes() > 100);
            // When
            String first = profile.podUid();
            profile.apply("{podTemplate: {labels: {a: b}}}");
            namespace.awaitNewPod("twice", first);
            String second = profile.pod().getMetadata().getName();
            String secondUid = profile.podUid();
            profile.apply("{}");
            namespace.awaitNewPod("twice", secondUid);
            // Then
            assertThat(second).isEqualTo("twice-redis-1");
            assertThat(profile.pod().getMetadata().getName()).isEqualTo("twice-redis-0");
            writers.stop();
            assertThat(writers.lost(key -> String.valueOf(redis.asApplication("GET", key))))
                    .isEmpty();
        }
    }

    @Test
    void aPersonMovesAServerWithItsData() {
        // Given
        EditedProfile profile = new EditedProfile(namespace, "moved");
        profile.applyAndAwaitReady("{}");
        profile.redis().asApplication("SET", "kept", "1");
        String before = profile.podUid();
        // When
        profile.annotate("cacheward.dev/move", "1");
        namespace.awaitNewPod("moved", before);
        // Then
        assertThat(profile.redis().asApplication("GET", "kept")).isEqualTo("1");
    }

    private void assertUnharmed(CountingWriters writers, LiveRedis redis, String name) {
        long served = writers.writes();
        TestNamespace.patiently().until(() -> writers.writes() > served + 1_000);
        writers.stop();
        assertThat(writers.lost(key -> String.valueOf(redis.asApplication("GET", key))))
                .isEmpty();
        assertThat(writers.errors()).allSatisfy(errors -> assertThat(errors).hasSizeLessThanOrEqualTo(1));
        assertThat(writers.longestSilence()).isLessThan(Duration.ofSeconds(2));
        assertThat(namespace.redisPod(name)).get().matches(Readiness::isPodReady);
    }
}
