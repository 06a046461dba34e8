package dev.cacheward.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import dev.cacheward.testbed.Request;
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

        // When
        running.apply(profile("sized", 20));

        // Then
        pods.awaitAnother("sized", before);
        running.awaitReady("sized");
        assertThat(running.writes())
                .filteredOn(PreflightMockTest::makesATrial)
                .extracting(Request::status)
                .startsWith(403, 201);
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
