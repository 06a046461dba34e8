package dev.cacheward.cluster.server;

import static dev.cacheward.cluster.server.ReadyTimeline.millis;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cluster.rig.ApplicationConnection;
import dev.cacheward.cluster.rig.ResourceManifests;
import dev.cacheward.cluster.rig.TestCluster;
import dev.cacheward.cluster.rig.TestNamespace;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.dsl.ExecWatch;
import io.fabric8.kubernetes.client.readiness.Readiness;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Redis that goes is told within 20 s, and its return within 30 s. Times are measured, alone, and told; twice of them is too much
 * on any machine.
 */
@Isolated
class OutageIT {
    private static final Logger LOG = LoggerFactory.getLogger(OutageIT.class);

    private static final Duration NOTICED = Duration.ofSeconds(40);
    private static final Duration BACK = Duration.ofSeconds(60);
    /** Short of a minute, after which the kubelet would kill the server. */
    private static final Duration FROZEN = Duration.ofSeconds(30);

    private static final Duration LONG = Duration.ofMinutes(2);

    private TestNamespace namespace;
    private ReadyTimeline timeline;

    @BeforeEach
    void create() {
        namespace = new TestNamespace("outage");
        timeline = new ReadyTimeline(namespace);
    }

    @AfterEach
    void delete() {
        timeline.close();
        namespace.close();
    }

    @Test
    void aKilledPodIsNoticedAndItsReturnToo() {
        // Given
        namespace.apply(ResourceManifests.profile("shop"));
        timeline.awaitReady();
        Pod pod = namespace.redisPod("shop").orElseThrow();
        Instant killed = Instant.now();

        // When
        TestCluster.get().client().resource(pod).withGracePeriod(0).delete();

        // Then
        Instant noticed = timeline.await(killed, false);
        Instant back = timeline.await(noticed, true);
        LOG.info("pod killed: noticed after " + millis(killed, noticed) + " ms, Ready " + millis(killed, back)
                + " ms after the kill");
        assertThat(noticed).isBefore(killed.plus(NOTICED));
        assertThat(Duration.between(podReady(), back)).isLessThan(BACK);
    }

    @Test
    void aKilledServerIsBackByItself() throws Exception {
        // Given
        namespace.apply(ResourceManifests.profile("shop"));
        namespace.awaitReady("shop");
        kill(); // after the first time it is back at once; then the kubelet waits for ten seconds
        TestNamespace.patiently()
                .until(() -> isBackAgain(namespace.redisPod("shop").orElseThrow()));
        timeline.awaitReady();
        Instant killed = Instant.now();

        // When
        kill();

        // Then
        Instant noticed = timeline.await(killed, false);
        Instant back = timeline.await(noticed, true);
        LOG.info("server killed: noticed after " + millis(killed, noticed) + " ms, Ready " + millis(killed, back)
                + " ms after the kill");
        assertThat(noticed).isBefore(killed.plus(NOTICED));
        assertThat(Duration.between(podReady(), back)).isLessThan(BACK);
    }

    @Test
    void aFrozenServerIsNoticedAndItsReturnToo() {
        // Given
        namespace.apply(ResourceManifests.managed("shop", "config: {busy-reply-threshold: \"300000\"}"));
        timeline.awaitReady();
        String url = ApplicationConnection.url(namespace, "shop");
        long loops = loops(url);
        Instant frozen = Instant.now();

        // When
        CompletableFuture<Instant> thawed = CompletableFuture.supplyAsync(
                () -> frozen.plus(ApplicationConnection.ask(url, LONG, redis -> loop(redis, loops, frozen))));

        // Then
        Instant noticed = timeline.await(frozen, false);
        Instant thaw = thawed.join();
        Instant back = timeline.await(noticed, true);
        LOG.info("frozen for " + millis(frozen, thaw) + " ms: noticed after " + millis(frozen, noticed) + " ms, Ready "
                + millis(thaw, back) + " ms after the return");
        assertThat(noticed).isBefore(frozen.plus(NOTICED));
        assertThat(back).isBetween(thaw.minusSeconds(5), thaw.plus(BACK));
    }

    private void kill() throws Exception {
        try (ExecWatch kill = TestCluster.get()
                .client()
                .pods()
                .inNamespace(namespace.name())
                .withName("shop-redis-0")
                .redirectingError()
                .exec("sh", "-c", "kill 1")) {
            kill.exitCode().get(1, TimeUnit.MINUTES);
        }
    }

    private static boolean isBackAgain(Pod pod) {
        return pod.getStatus().getContainerStatuses().get(0).getRestartCount() > 0 && Readiness.isPodReady(pod);
    }

    private Instant podReady() {
        return namespace.redisPod("shop").orElseThrow().getStatus().getConditions().stream()
                .filter(condition -> condition.getType().equals("Ready"))
                .map(condition -> Instant.parse(condition.getLastTransitionTime()))
                .findFirst()
                .orElseThrow();
    }

    /** How often the server can count until it has been frozen for the time wanted. */
    private static long loops(String url) {
        long sample = 300_000_000;
        Duration taken = ApplicationConnection.ask(url, LONG, redis -> loop(redis, sample, Instant.now()));
        return sample * FROZEN.toMillis() / taken.toMillis();
    }

    /** A script that lasts holds the one thread on which everything is answered. Returns how long after a moment it ended. */
    private static Duration loop(RedisCommands<String, String> redis, long loops, Instant since) {
        redis.eval("for i = 1, " + loops + " do end return 1", ScriptOutputType.INTEGER);
        return Duration.between(since, Instant.now());
    }
}
