package dev.cacheward.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import dev.cacheward.testbed.EmbeddedApi;
import dev.cacheward.testbed.Request;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a change of a server has to get past before it is tried out, and what it has not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PreflightMockTest {
    private RunningOperator running;
    private ServerPods pods;

    @BeforeAll
    void start() {
        running = new RunningOperator();
        pods = new ServerPods(running.client);
    }

    @AfterAll
    void stop() {
        running.close();
    }

    @Test
    void aDeliveryThatDoesNotHoldKeepsNoChangeFromTheServer() {
        // Given
        String missing = "  delivery: [{configMap: {name: nowhere, mode: Merge}}]\n";
        running.apply(profile("undelivered", 10) + missing);
        running.awaitProfile("undelivered", ConditionType.CONFIG_DELIVERED, Reason.TARGET_NOT_FOUND);
        running.awaitProfile("undelivered", ConditionType.REDIS_AVAILABLE, Reason.CHECK_PASSED);
        String first = pods.uid("undelivered");

        // When
        running.apply(profile("undelivered", 20) + missing);
        pods.awaitAnother("undelivered", first);
        String second = pods.uid("undelivered");
        running.apply(profile("undelivered", 30) + missing);

        // Then
        pods.awaitAnother("undelivered", second);
        running.awaitProfile("undelivered", ConditionType.REDIS_AVAILABLE, Reason.CHECK_PASSED);
    }

    /** As a LimitRange with a minimum, or a quota of limits.cpu, refuses it. */
    @Test
    void aTrialThatIsTooSmallForItsNamespaceIsAsLargeAsTheServer() {
        // Given
        running.apply(profile("sized", 10));
        running.awaitReady("sized");
        String before = pods.uid("sized");
        running.api.failNext(1, PreflightMockTest::makesATrial, 403, "Forbidden", "minimum cpu usage per Pod is 100m");
        Queue<Pod> trials = new ConcurrentLinkedQueue<>();

        Watch watch = watchTrials(trials);

        // When
        running.apply(profile("sized", 20));

        // Then
        pods.awaitAnother("sized", before);
        running.awaitReady("sized");
        watch.close();
        assertThat(running.writes())
                .filteredOn(PreflightMockTest::makesATrial)
                .extracting(Request::status)
                .startsWith(403, 201);
        assertThat(trials)
                .isNotEmpty()
                .allSatisfy(trial -> assertThat(trial.getSpec()
                                .getContainers()
                                .get(0)
                                .getResources()
                                .getLimits())
                        .isEqualTo(Map.of("cpu", new Quantity("1"), "memory", new Quantity("256Mi"))));
    }

    private Watch watchTrials(Queue<Pod> trials) {
        return running.client
                .pods()
                .inNamespace(EmbeddedApi.NAMESPACE)
                .withName("sized-redis-preflight")
                .watch(new Watcher<>() {
                    @Override
                    public void eventReceived(Action action, Pod pod) {
                        trials.add(pod);
                    }

                    @Override
                    public void onClose(WatcherException cause) {
                        // The test then finds too few.
                    }
                });
    }

    @Test
    void aTrialThatIsRefusedInEachSizeIsToldAsTheTrial() {
        // Given
        running.apply(profile("refused", 10));
        running.awaitReady("refused");
        String before = pods.uid("refused");
        running.api.failNext(
                1000,
                request -> request.isWrite() && request.path().endsWith("/pods/refused-redis-preflight"),
                403,
                "Forbidden",
                "no trials here");

        // When
        running.apply(profile("refused", 20));

        // Then
        assertThat(running.awaitProfile("refused", ConditionType.READY, Reason.WRITE_REFUSED)
                        .message())
                .contains("no trials here", "This is the trial, not the server");
        assertThat(pods.uid("refused")).isEqualTo(before);
    }

    private static boolean makesATrial(Request request) {
        return request.isWrite() && request.path().endsWith("/pods/sized-redis-preflight");
    }

    private static String profile(String name, int hertz) {
        return """
                apiVersion: cacheward.dev/v1alpha1
                kind: CacheProfile
                metadata: {name: %s}
                spec:
                  ttls: {users: 60s}
                  redis: {managed: {podTemplate: {labels: {turn: '%d'}}, resources: {limits: {cpu: '1', memory: 256Mi}}}}
                """.formatted(name, hertz);
    }
}
