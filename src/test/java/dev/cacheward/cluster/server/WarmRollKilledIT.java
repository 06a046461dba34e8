package dev.cacheward.cluster.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cluster.rig.LiveRedis;
import dev.cacheward.cluster.rig.ResourceManifests;
import dev.cacheward.cluster.rig.TestCluster;
import dev.cacheward.cluster.rig.TestNamespace;
import dev.cacheward.redis.client.replication.CountingWriters;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The operator is killed again and again while it rolls a server: each process finds what the one before has left. The tag keeps
 * it out of the process in which another operator watches all namespaces.
 */
@Tag("install")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WarmRollKilledIT {
    private static final int ROLLS = Integer.getInteger("roll.repetitions", 3);
    private static final int LONGEST_LIFE_MILLIS = 9_000;
    private static final int SHORTEST_LIFE_MILLIS = 3_000;

    private final KubernetesClient client = TestCluster.client("cacheward-tests");
    private TestNamespace namespace;
    private KilledOperator operator;

    @BeforeAll
    void open() {
        TestCluster.installCrds(client);
        namespace = new TestNamespace("killed", client);
        operator = new KilledOperator(namespace.name());
        operator.start();
    }

    @AfterAll
    void close() {
        operator.close();
        namespace.close();
        client.close();
    }

    @Test
    void eachProcessGoesOnWhereTheOneBeforeWasKilled() throws InterruptedException {
        // Given
        namespace.apply(ResourceManifests.profile("shop"));
        namespace.awaitReady("shop");
        LiveRedis redis = new LiveRedis(namespace, "shop");
        long seed = System.nanoTime();
        Random random = new Random(seed);
        try (CountingWriters writers = new CountingWriters(50, redis.application(), () -> namespace.service("shop"))) {
            TestNamespace.patiently().until(() -> writers.allWrite() && writers.writes() > 1_000);
            for (int roll = 0; roll < ROLLS; roll++) {
                // When
                String before =
                        namespace.redisPod("shop").orElseThrow().getMetadata().getUid();
                namespace.apply(ResourceManifests.managed("shop", "podTemplate: {labels: {roll: r" + roll + "}}"));
                int kills = 0;
                while (isRolling(before) && kills < 12) {
                    Thread.sleep(random.nextInt(SHORTEST_LIFE_MILLIS, LONGEST_LIFE_MILLIS));
                    operator.kill();
                    operator.start();
                    kills++;
                }
                namespace.awaitNewPod("shop", before);
                long served = writers.writes();
                TestNamespace.patiently().until(() -> writers.writes() > served + 1_000);
            }
            writers.stop();
            // Then
            assertThat(writers.lost(key -> String.valueOf(redis.asApplication("GET", key))))
                    .as("seed " + seed + "\n" + operator.log())
                    .isEmpty();
        }
    }

    /** Whether the pod is still the one that serves, or is still there. */
    private boolean isRolling(String before) {
        return namespace.list(Pod.class).stream()
                .anyMatch(pod -> pod.getMetadata().getUid().equals(before));
    }
}
