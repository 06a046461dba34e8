package dev.cacheward.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the administrator allows, and the tiers of a profile's author. */
class BoundsMockTest {
    private static final String PROFILE = """
            apiVersion: cacheward.dev/v1alpha1
            kind: CacheProfile
            metadata: {name: shop}
            spec: {tiers: {short: 1m, long: %s}, ttls: {page: short, models: long, users: 5m}}
            """;

    private final RunningOperator running = new RunningOperator(
            RunningOperator.settings(Map.of("CACHEWARD_TTL_MAX", "1d", "CACHEWARD_RATES_MAX_PER_MINUTE", "1000")));

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void aTierIsDeliveredAsItsTimeAndIsBoundToo() {
        // When
        running.apply(PROFILE.formatted("1h"));

        // Then
        running.awaitReady("shop");
        assertThat(running.client.configMaps().withName("shop-cache").get().getData())
                .containsEntry("CACHE_TTL_PAGE", "60")
                .containsEntry("CACHE_TTL_MODELS", "3600")
                .containsEntry("CACHE_TTL_USERS", "300");
        running.apply(PROFILE.formatted("2d"));
        assertThat(running.awaitProfile("shop", ConditionType.READY, Reason.INVALID_SPEC)
                        .message())
                .contains("spec.tiers.long: \"2d\" is longer than 1d", "bounds.ttl.max");
    }

    @Test
    void aLimitAboveTheBoundIsRefused() {
        // When
        running.apply("""
                apiVersion: cacheward.dev/v1alpha1
                kind: RateLimitPolicy
                metadata: {name: shop}
                spec: {profileRef: {name: shop}, limits: {query: 20/second}}
                """);

        // Then
        assertThat(running.awaitPolicy("shop", ConditionType.READY, Reason.INVALID_SPEC)
                        .message())
                .contains("spec.limits.query: \"20/second\" allows 1200 requests a minute, and 1000 is the most");
    }
}
