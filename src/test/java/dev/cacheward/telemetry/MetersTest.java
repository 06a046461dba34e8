package dev.cacheward.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.redis.ServerInfo;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Conditions;
import dev.cacheward.status.Finding;
import dev.cacheward.status.Reason;
import dev.cacheward.status.Truth;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** As Prometheus reads it. */
class MetersTest {
    private static final List<Condition> AVAILABLE = Conditions.merge(
            List.of(
                    new Finding(ConditionType.READY, Truth.TRUE, Reason.READY, ""),
                    new Finding(ConditionType.REDIS_AVAILABLE, Truth.TRUE, Reason.CHECK_PASSED, "")),
            List.of(),
            1,
            Instant.EPOCH);

    private final OperatorMeters meters = new OperatorMeters();
    private final Telemetry telemetry = meters.telemetry();

    @AfterEach
    void close() {
        meters.close();
    }

    @Test
    void eachLookCountsByItsReason() {
        // When
        telemetry.looked(Told.profile(1, List.of()), List.of(), Told.not(Reason.PROVISIONING, 1));
        telemetry.looked(Told.profile(1, List.of()), List.of(), Told.ready(1));
        telemetry.looked(Told.profile(1, List.of()), List.of(), Told.ready(1));

        // Then
        assertThat(meters.scrape())
                .contains("cacheward_reconcile_outcomes_total{kind=\"CacheProfile\",reason=\"Provisioning\"} 1.0")
                .contains("cacheward_reconcile_outcomes_total{kind=\"CacheProfile\",reason=\"Ready\"} 2.0")
                .contains("cacheward_resource_ready{kind=\"CacheProfile\",name=\"shop\",namespace=\"team\"} 1.0");
    }

    @Test
    void aGenerationThatBecomesReadyIsTimedOnce() {
        // When
        look(1, List.of());
        telemetry.looked(Told.profile(1, List.of()), List.of(), Told.not(Reason.PROVISIONING, 1));
        look(1, Told.not(Reason.PROVISIONING, 1));
        telemetry.looked(Told.profile(1, List.of()), List.of(), Told.ready(1));
        look(1, Told.ready(1));
        telemetry.looked(Told.profile(1, List.of()), List.of(), Told.ready(1));

        // Then
        assertThat(meters.scrape()).contains("cacheward_ready_seconds_count{kind=\"CacheProfile\"} 1");
    }

    @Test
    void anEditWhilePausedIsNotReadyBeforeItWasLookedAt() {
        // Given
        look(2, Told.ready(1));

        // When
        telemetry.looked(Told.profile(2, List.of()), Told.ready(1), Told.ready(1));

        // Then
        assertThat(meters.scrape()).doesNotContain("cacheward_ready_seconds_count");
    }

    @Test
    void theEndOfAnOutageIsNoChangeThatBecameReady() {
        // When
        look(1, Told.not(Reason.TIMEOUT, 1));
        telemetry.looked(Told.profile(1, List.of()), List.of(), Told.ready(1));

        // Then
        assertThat(meters.scrape()).doesNotContain("cacheward_ready_seconds_count");
    }

    @Test
    void aWriteOfWhatWasDesiredBeforeIsARepair() {
        // Given
        telemetry.applied(child("60"), true);
        telemetry.applied(child("60"), false);
        telemetry.applied(child("300"), true);
        assertThat(meters.scrape()).doesNotContain("cacheward_drift_repaired_total");

        // When
        telemetry.applied(child("300"), true);

        // Then
        assertThat(meters.scrape()).contains("cacheward_drift_repaired_total{kind=\"ConfigMap\"} 1.0");
    }

    @Test
    void whatTheOperatorRemovedOrItsOwnerTookAlongIsMadeAnewWithoutARepair() {
        // When
        telemetry.applied(child("60"), true);
        telemetry.removed(child("60"));
        telemetry.applied(child("60"), true);
        telemetry.gone(Told.SHOP);
        telemetry.applied(child("60"), true);

        // Then
        assertThat(meters.scrape()).doesNotContain("cacheward_drift_repaired_total");
    }

    @Test
    void aServersNumbersStandForItsProfile() {
        // When
        telemetry.answered(Told.SHOP, info(6, 2));
        telemetry.answered(Told.SHOP, info(9, 3));

        // Then
        assertThat(meters.scrape())
                .contains("cacheward_redis_memory_bytes{namespace=\"team\",profile=\"shop\"} 1000.0")
                .contains("cacheward_redis_keys{namespace=\"team\",profile=\"shop\"} 3.0")
                .contains("cacheward_redis_hits_total{namespace=\"team\",profile=\"shop\"} 9.0")
                .contains("cacheward_redis_misses_total{namespace=\"team\",profile=\"shop\"} 3.0")
                .contains("cacheward_redis_hit_ratio{namespace=\"team\",profile=\"shop\"} 0.75")
                .contains("cacheward_redis_evictions_total{namespace=\"team\",profile=\"shop\"} 4.0")
                .contains("cacheward_redis_connected_clients{namespace=\"team\",profile=\"shop\"} 5.0")
                .contains("cacheward_redis_ping_seconds{namespace=\"team\",profile=\"shop\"}");
    }

    @Test
    void theNumbersOfAServerThatIsLostAreNotShownAnyMore() {
        // Given
        telemetry.answered(Told.SHOP, info(6, 2));

        // When
        telemetry.looked(Told.profile(1, List.of()), Told.ready(1), Told.not(Reason.TIMEOUT, 1));

        // Then
        assertThat(meters.scrape()).doesNotContain("cacheward_redis_").contains("cacheward_resource_ready{");
    }

    @Test
    void numbersThatALookDoesNotBringAreNotShownAnyMore() {
        // Given
        telemetry.answered(Told.SHOP, info(6, 2));
        telemetry.looked(Told.profile(1, List.of()), List.of(), AVAILABLE);
        assertThat(meters.scrape()).contains("cacheward_redis_hits_total");

        // When
        telemetry.looked(Told.profile(1, List.of()), AVAILABLE, AVAILABLE);

        // Then
        assertThat(meters.scrape()).doesNotContain("cacheward_redis_").contains("cacheward_resource_ready{");
    }

    @Test
    void theCountersOfAServerThatWasStartedAnewBeginAnew() {
        // Given
        telemetry.answered(Told.SHOP, info(6, 2));
        meters.scrape();

        // When
        telemetry.answered(Told.SHOP, info(1, 0));

        // Then
        assertThat(meters.scrape())
                .contains("cacheward_redis_hits_total{namespace=\"team\",profile=\"shop\"} 1.0")
                .contains("cacheward_redis_misses_total{namespace=\"team\",profile=\"shop\"} 0.0");
    }

    @Test
    void nothingOfAProfileThatIsGoneStays() {
        // Given
        look(1, List.of());
        telemetry.answered(Told.SHOP, info(6, 2));
        telemetry.looked(Told.profile(1, List.of()), List.of(), Told.ready(1));

        // When
        telemetry.gone(Told.SHOP);

        // Then
        assertThat(meters.scrape()).doesNotContain("shop");
    }

    private void look(long generation, List<Condition> status) {
        telemetry.begun(Told.profile(generation, status));
    }

    private static ServerInfo info(int hits, int misses) {
        return ServerInfo.parse("redis_version:8.0.6\r\nused_memory:1000\r\ndb0:keys=3,expires=1\r\nkeyspace_hits:"
                + hits + "\r\nkeyspace_misses:" + misses + "\r\nevicted_keys:4\r\nconnected_clients:5\r\n");
    }

    private static ConfigMap child(String value) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withNamespace("team")
                .withName("shop-cache")
                .addNewOwnerReference()
                .withKind("CacheProfile")
                .withName("shop")
                .withController(true)
                .endOwnerReference()
                .endMetadata()
                .withData(Map.of("CACHE_TTL_USERS", value))
                .build();
    }
}
