package dev.cacheward.cluster.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cacheward.cluster.rig.ResourceManifests;
import dev.cacheward.cluster.rig.TestNamespace;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was edited is delivered in a moment, and what cannot be followed changes nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChangeIT {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeIT.class);

    private static final int EDITS = 20;

    private TestNamespace namespace;

    @BeforeAll
    void create() {
        namespace = new TestNamespace("change");
    }

    @AfterAll
    void delete() {
        namespace.close();
    }

    @BeforeEach
    void bothReady() {
        namespace.apply(ResourceManifests.profile("shop") + "---\n"
                + ResourceManifests.policy("shop", "shop", "query: 20/minute"));
        namespace.awaitReady("shop");
        namespace.awaitPolicy("shop", ConditionType.READY, "True", Reason.READY);
    }

    @Test
    void anEditedTtlIsInTheConfigMapWithinSeconds() {
        // Given
        List<Long> millis = new ArrayList<>();

        // When
        for (int i = 1; i <= EDITS; i++) {
            String ttl = String.valueOf(100 + i);
            namespace.apply(ResourceManifests.profile("shop", "users: " + ttl + "s"));
            millis.add(millisUntil("shop-cache", "CACHE_TTL_USERS", ttl));
        }

        // Then
        long median = millis.stream().sorted().skip(EDITS / 2).findFirst().orElseThrow();
        LOG.info("ms from an edited TTL to the ConfigMap: median " + median + " of " + millis);
        assertThat(namespace.configMap("shop-cache").getData()).containsEntry("CACHE_TTL_USERS", "" + (100 + EDITS));
    }

    @Test
    void anEditedLimitIsInTheConfigMapWithinSeconds() {
        // When
        namespace.apply(ResourceManifests.policy("shop", "shop", "query: 5 per 2 minutes"));

        // Then
        millisUntil("shop-limits", "RATE_LIMIT_QUERY", "5 per 2 minutes");
    }

    @Test
    void aTtlBeyondTheBoundsKeepsTheLastDeliveryAndIsNamed() {
        // When
        namespace.apply(ResourceManifests.profile("shop", "users: 9000h, carts: 5m"));

        // Then
        namespace.awaitProfile("shop", ConditionType.STALLED, "True", Reason.INVALID_SPEC);
        assertThat(namespace.message("shop", ConditionType.STALLED)).contains("spec.ttls.users", "\"9000h\"", "365d");
        assertThat(namespace.configMap("shop-cache").getData())
                .isEqualTo(Map.of("CACHE_ENABLED", "true", "CACHE_TTL_USERS", "60"));
        assertThat(namespace.profile("shop").getStatus().keyCount()).isEqualTo(2);
    }

    @Test
    void ratesInTheWrongOrderKeepTheLastDeliveryAndAreNamed() {
        // When
        namespace.apply(ResourceManifests.policy("shop", "shop", "query: 300/hour; 20/minute"));

        // Then
        String message = namespace
                .awaitPolicy("shop", ConditionType.STALLED, "True", Reason.INVALID_SPEC)
                .getStatus()
                .conditions()
                .get(0)
                .message();
        assertThat(message).contains("spec.limits.query", "\"300/hour; 20/minute\"", "shortest window first");
        assertThat(namespace.configMap("shop-limits").getData()).containsEntry("RATE_LIMIT_QUERY", "20/minute");
    }

    @Test
    void aCorrectedSpecIsDeliveredAndNoLongerStalled() {
        // Given
        namespace.apply(ResourceManifests.profile("shop", "users: 9000h"));
        namespace.awaitProfile("shop", ConditionType.STALLED, "True", Reason.INVALID_SPEC);

        // When
        namespace.apply(ResourceManifests.profile("shop", "users: 300d"));

        // Then
        namespace.awaitReady("shop");
        assertThat(namespace.message("shop", ConditionType.STALLED)).isEmpty();
        assertThat(namespace.configMap("shop-cache").getData()).containsEntry("CACHE_TTL_USERS", "25920000");
    }

    @Test
    void theKeyOfARemovedTtlGoes() {
        // Given
        namespace.apply(ResourceManifests.profile("shop", "users: 60s, carts: 5m"));
        millisUntil("shop-cache", "CACHE_TTL_CARTS", "300");

        // When
        namespace.apply(ResourceManifests.profile("shop", "carts: 5m"));

        // Then
        awaitData("shop-cache", Map.of("CACHE_ENABLED", "true", "CACHE_TTL_CARTS", "300"));
    }

    @Test
    void anEmptyDeliveryDeliversNothing() {
        // When
        namespace.apply(ResourceManifests.profile("shop", "users: 60s", "", "delivery: []"));

        // Then
        soon().until(() -> namespace.configMap("shop-cache") == null);
        assertThat(namespace.awaitReady("shop").getStatus().keyCount()).isZero();
    }

    @Test
    void envJsonIsOneKeyForAll() {
        // When
        namespace.apply(ResourceManifests.profile(
                "shop",
                "users: 60s, carts: Never",
                "",
                "delivery: [{configMap: {name: shop-cache}, format: EnvJson}]"));

        // Then
        awaitData("shop-cache", Map.of("CACHE_ENABLED", "true", "CACHE_TTL", "{\"carts\":\"never\",\"users\":60}"));
    }

    @Test
    void aDisabledCacheIsDeliveredWhileRedisRunsOn() {
        // When
        namespace.apply(ResourceManifests.profile("shop", "users: 60s", "", "enabled: false"));

        // Then
        awaitData("shop-cache", Map.of("CACHE_ENABLED", "false", "CACHE_TTL_USERS", "60"));
        namespace.awaitReady("shop");
    }

    private long millisUntil(String map, String key, String value) {
        long start = System.nanoTime();
        soon().until(() -> value.equals(namespace.configMap(map).getData().get(key)));
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }

    private void awaitData(String map, Map<String, String> data) {
        soon().ignoreExceptions()
                .untilAsserted(
                        () -> assertThat(namespace.configMap(map).getData()).isEqualTo(data));
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofMinutes(1)).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(20));
    }
}
