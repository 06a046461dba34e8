package dev.cacheward.operator;

import static dev.cacheward.operator.LimitsDelivery.awaitConflict;
import static dev.cacheward.operator.LimitsDelivery.map;
import static dev.cacheward.operator.LimitsDelivery.policy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.configmap.OwnerConflicts;
import dev.cacheward.testbed.Request;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What a key costs that is somebody else's. */
@Execution(ExecutionMode.CONCURRENT)
class MergeConflictMockTest {
    /** Less than the time between two reconciliations of a conflict. */
    private static final Duration WINDOW = Duration.ofSeconds(12);

    private RunningOperator running;

    @BeforeEach
    void start() {
        running = new RunningOperator();
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void aConflictThatStandsCostsNoWriteAndTwoReadsAMinute() {
        // Given
        running.apply(map("app", "RATE_LIMIT_QUERY: 1/minute"));
        running.apply(policy("query: 20/minute", "{name: app, mode: Merge}"));
        awaitConflict(running);

        // When
        running.api.clearRequests();

        // Then
        assertFew(0);
    }

    @Test
    void aConflictThatCannotBeForeseenIsTriedTwiceAMinuteToo() {
        // Given
        running.apply(map("app", "LOG: info"));
        running.api.failNext(
                1_000,
                request -> request.isApply() && isOfTheOperatorOn("app", request),
                OwnerConflicts.ofData("helm"));
        running.apply(policy("query: 20/minute", "{name: app, mode: Merge}"));
        assertThat(awaitConflict(running)).contains(".data (conflict with \"helm\")");

        // When
        running.api.clearRequests();

        // Then
        assertFew(1);
    }

    private void assertFew(int writes) {
        RunningOperator.soon()
                .during(WINDOW)
                .untilAsserted(() -> assertThat(running.api.requests())
                        .filteredOn(request -> isOfTheOperatorOn("app", request))
                        .satisfies(requests -> {
                            assertThat(requests).filteredOn(Request::isWrite).hasSizeLessThanOrEqualTo(writes);
                            assertThat(requests)
                                    .filteredOn(request -> !request.isWrite())
                                    .hasSizeLessThanOrEqualTo(1);
                        }));
    }

    private static boolean isOfTheOperatorOn(String map, Request request) {
        return request.userAgent().equals(RunningOperator.OPERATOR)
                && request.path().endsWith("/configmaps/" + map);
    }
}
