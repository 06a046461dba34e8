package dev.cacheward.leader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cacheward.testbed.EmbeddedApi;
import dev.cacheward.testbed.FaultyPort;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Two replicas with true clocks and threads, of which one reaches the API server by a port that fails. Two and a half times as fast. */
@Execution(ExecutionMode.CONCURRENT)
class ReplicaFaultsTest {
    private static final Logger LOG = LoggerFactory.getLogger(ReplicaFaultsTest.class);
    private static final LeaseTimes FAST = new LeaseTimes(
            Duration.ofSeconds(6), Duration.ofSeconds(4), Duration.ofMillis(800), Duration.ofMillis(400));

    /** For what nothing may run out in, however long the machine stands still. */
    private static final LeaseTimes UNHURRIED = new LeaseTimes(
            Duration.ofSeconds(60), Duration.ofSeconds(50), Duration.ofMillis(800), Duration.ofMillis(400));

    private final EmbeddedApi api = EmbeddedApi.start();
    private final FaultyPort port = new FaultyPort(api.config("-").getMasterUrl());
    private Standing first;
    private Standing second;

    private boolean bothLed;

    /** A replica, and when it began and ceased to lead. */
    private static final class Standing implements AutoCloseable {
        private final KubernetesClient client;
        private final Replica replica;
        private final CompletableFuture<Long> won = new CompletableFuture<>();
        private final CompletableFuture<Long> lost = new CompletableFuture<>();

        private Standing(String name, String url, LeaseTimes times) {
            Config config = new ConfigBuilder(Config.empty())
                    .withMasterUrl(url)
                    .withHttp2Disable(true)
                    // three of them, and the time between, are over before the lead is lost
                    .withRequestTimeout((int) times.renewDeadline().toMillis() * 3 / 10)
                    .withRequestRetryBackoffLimit(0)
                    .build();
            client = new KubernetesClientBuilder().withConfig(config).build();
            replica = new Replica(
                    client,
                    new Replica.Candidate("team", "shop", name, () -> lost.complete(System.nanoTime())),
                    times,
                    Clock.systemUTC());
        }

        private void stand() {
            replica.stand().thenRun(() -> won.complete(System.nanoTime()));
        }

        @Override
        public void close() {
            replica.close();
            client.close();
        }
    }

    @AfterEach
    void stop() {
        port.turn(FaultyPort.Mode.REFUSE);
        first.close();
        second.close();
        port.close();
        api.close();
    }

    @ParameterizedTest
    @EnumSource(names = "PASS", mode = EnumSource.Mode.EXCLUDE)
    void whatHappensToTheApiServerOfTheLeaderItStopsBeforeAnotherLeads(FaultyPort.Mode fault) {
        // Given
        startBoth(FAST);
        long broken = System.nanoTime();

        // When
        port.turn(fault);

        // Then
        soon().until(this::secondActsAfterFirst);
        assertThat(bothLed).isFalse();
        LOG.info(
                "{}: the leader stopped after {} ms, the other led after {} ms",
                fault,
                (first.lost.join() - broken) / 1_000_000,
                (second.won.join() - broken) / 1_000_000);
    }

    @Test
    void whoStopsLetsTheOtherLeadWithoutALoss() {
        // Given
        startBoth(UNHURRIED);

        // When
        first.replica.close();

        // Then
        soon().until(() -> second.won.isDone());
        assertThat(first.lost).isNotDone();
        assertThat(first.replica.leads()).isFalse();
    }

    @Test
    void aReplicaThatCannotReadTheLeaseTakesNoPart() {
        // Given
        port.turn(FaultyPort.Mode.FAIL);
        make(FAST);
        first.stand();
        second.stand();

        // Then
        soon().until(second.replica::takesPart);
        assertThat(first.replica.takesPart()).isFalse();
        assertThat(first.replica.failure()).isEmpty();
    }

    /** Looks at both again and again: the first is asked before and after the second, so that no overlap is imagined. */
    private boolean secondActsAfterFirst() {
        bothLed |= first.replica.leads() && second.replica.leads() && first.replica.leads();
        return first.lost.isDone() && second.won.isDone();
    }

    private void make(LeaseTimes times) {
        first = new Standing("first", port.url(), times);
        second = new Standing("second", api.config("-").getMasterUrl(), times);
    }

    private void startBoth(LeaseTimes times) {
        make(times);
        first.stand();
        soon().until(first.replica::leads);
        second.stand();
        soon().until(second.replica::takesPart);
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(120)).pollInterval(Duration.ofMillis(5));
    }
}
