package dev.cacheward.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.operator.ConvoInsight.Answer;
import dev.cacheward.testbed.EmbeddedApi;
import dev.cacheward.testbed.Python;
import dev.cacheward.testbed.WebServer;
import io.lettuce.core.RedisClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A FastAPI application with slowapi and redis-py does what the two resources say, and is told by its environment alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApplicationMockTest {
    private static final String QUERY_LIMIT = "query: 20/minute";
    private static final String QUERY_TTL = "query_result: 5m";
    private static final String PLENTY = "query: 100000/minute";

    private final Python python = Python.with("fastapi", "redis", "slowapi", "uvicorn");
    private final RunningOperator running = new RunningOperator();

    @AfterAll
    void stop() {
        running.close();
    }

    @Test
    void theTwentyFirstQueryOfAMinuteIsRefused() {
        // Given
        provide("limited", Map.of());

        try (ConvoInsight application = start("limited")) {
            // When
            List<Integer> first = application.statuses(20);
            Answer next = application.query();

            // Then
            assertThat(first).hasSize(20).containsOnly(200);
            assertThat(next.status()).isEqualTo(429);
            assertThat(next.body()).contains("20 per 1 minute");
            assertThat(Integer.parseInt(next.header("Retry-After").orElseThrow()))
                    .isBetween(0, 60);
            assertThat(application.get("/health").status()).isEqualTo(200);
            assertThat(application.get("/datasets").status()).isEqualTo(200);
        }
    }

    @Test
    void anEditedLimitHoldsAfterARestartOfTheApplication() {
        // Given
        provide("edited", Map.of());
        try (ConvoInsight before = start("edited")) {
            assertThat(before.statuses(4)).containsOnly(200);
        }

        // When
        provide("edited", Map.of(QUERY_LIMIT, "query: 3/minute"));

        // Then
        try (ConvoInsight restarted = start("edited")) {
            assertThat(restarted.statuses(4)).containsExactly(200, 200, 200, 429);
        }
    }

    @Test
    void aDisabledPolicyLimitsNothing() {
        provide("unlimited", Map.of(QUERY_LIMIT, "query: 1/minute", "  limits:", "  mode: Disabled\n  limits:"));

        try (ConvoInsight application = start("unlimited")) {
            assertThat(application.statuses(5)).containsOnly(200);
            assertThat(application.query().header("X-RateLimit-Remaining")).isEmpty();
        }
    }

    @Test
    void aShadowPolicyCountsAndRefusesNobody() {
        provide("shadow", Map.of(QUERY_LIMIT, "query: 1/minute", "  limits:", "  mode: Shadow\n  limits:"));

        try (ConvoInsight application = start("shadow")) {
            assertThat(application.statuses(5)).containsOnly(200);
            assertThat(application.query().header("X-RateLimit-Remaining")).contains("0");
        }
    }

    @Test
    void aResultIsServedFromTheCacheUntilItsTtlIsOver() {
        // Given
        provide("cached", Map.of(QUERY_TTL, "query_result: 2s", QUERY_LIMIT, PLENTY));

        try (ConvoInsight application = start("cached")) {
            // When
            Answer hit = application.awaitQuery("hit");
            Answer later = application.awaitQuery("miss");

            // Then
            assertThat(hit.body()).contains("301250");
            assertThat(later.body()).contains("301250").isNotEqualTo(hit.body());
        }
    }

    @Test
    void aResultWithTheTtlNeverDoesNotExpire() {
        // Given
        provide("kept", Map.of(QUERY_TTL, "query_result: Never"));

        try (ConvoInsight application = start("kept");
                RedisClient redis = RedisClient.create(environment("kept").get("REDIS_URL"))) {
            // When
            Answer kept = application.query();

            // Then
            assertThat(kept.cache()).isEqualTo("miss");
            assertThat(application.query().body()).isEqualTo(kept.body());
            assertThat(redis.connect().sync().ttl("query_result:houses:price")).isEqualTo(-1);
        }
    }

    @Test
    void aResultWithTheTtlDisabledIsNotCached() {
        provide("fresh", Map.of(QUERY_TTL, "query_result: Disabled"));

        try (ConvoInsight application = start("fresh")) {
            assertNothingIsCached(application);
            assertThat(application.get("/datasets").cache()).isEqualTo("miss");
        }
    }

    @Test
    void aDisabledProfileCachesNothing() {
        provide("disabled", Map.of("  ttls:", "  enabled: false\n  ttls:"));

        try (ConvoInsight application = start("disabled")) {
            assertNothingIsCached(application);
            assertThat(application.get("/datasets").cache()).isEqualTo("bypass");
        }
    }

    @Test
    void whileRedisIsFrozenTheApplicationAnswersAndCountsByItself() {
        // Given
        provide("frozen", Map.of(QUERY_LIMIT, "query: 2/minute"));
        Map<String, String> hasty = new HashMap<>(environment("frozen"));
        hasty.put(ConvoInsight.REDIS_TIMEOUT, "0.5");

        try (ConvoInsight application = ConvoInsight.start(python, hasty)) {
            // When
            running.kubelet.freeze(EmbeddedApi.NAMESPACE, "frozen-redis-0");

            // Then
            assertThat(application.query().cache()).isEqualTo("bypass");
            assertThat(application.statuses(2)).containsExactly(200, 429);
            assertThat(application.get("/health").status()).isEqualTo(200);

            running.kubelet.thaw(EmbeddedApi.NAMESPACE, "frozen-redis-0");
            RunningOperator.soon()
                    .until(() -> application.get("/datasets").cache().equals("hit"));
        }
    }

    @Test
    void aRateThatTheLibraryCannotReadEndsTheApplicationAtItsStart() {
        // Given
        provide("refusing", Map.of());
        Map<String, String> variables = new HashMap<>(environment("refusing"));
        variables.put("RATE_LIMIT_QUERY", "20/min");

        // When
        try (WebServer server = ConvoInsight.launch(python, variables)) {
            // Then
            assertThat(server.awaitEnd()).isNotZero();
            assertThat(server.log()).contains("RATE_LIMIT_QUERY is '20/min', but has to be");
        }
    }

    private void provide(String name, Map<String, String> edits) {
        ConvoInsight.provide(running, name, edits);
    }

    private Map<String, String> environment(String name) {
        return ConvoInsight.environment(running, name);
    }

    private ConvoInsight start(String name) {
        return ConvoInsight.start(python, environment(name));
    }

    private static void assertNothingIsCached(ConvoInsight application) {
        Answer first = application.query();
        Answer second = application.query();
        assertThat(List.of(first.cache(), second.cache())).containsOnly("bypass");
        assertThat(first.body()).contains("301250").isNotEqualTo(second.body());
    }
}
