package dev.cacheward.telemetry.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.redis.client.ServerInfo;
import dev.cacheward.status.ConditionStatus;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Conditions;
import dev.cacheward.status.Finding;
import dev.cacheward.status.Reason;
import dev.cacheward.telemetry.OperatorMeters;
import dev.cacheward.telemetry.ReportedProfile;
import dev.cacheward.telemetry.Telemetry;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The numbers of a profile's server, as Prometheus reads them. */
class RedisMetersTest {
    private static final List<Condition> AVAILABLE = Conditions.merge(
            List.of(
                    new Finding(ConditionType.READY, ConditionStatus.TRUE, Reason.READY, ""),
                    new Finding(ConditionType.REDIS_AVAILABLE, ConditionStatus.TRUE, Reason.CHECK_PASSED, "")),
            List.of(),
            1,
            Instant.EPOCH);

    private final OperatorMeters meters = new OperatorMeters();
    private final RedisMeters servers = new RedisMeters(meters.registry());
    private final Telemetry telemetry = Telemetry.all(List.of(meters.telemetry(), servers));

    @AfterEach
    void close() {
        meters.close();
    }

    @Test
    void aServersNumbersStandForItsProfile() {
        // When
        servers.answered(ReportedProfile.SHOP, info(6, 2));
        servers.answered(ReportedProfile.SHOP, info(9, 3));

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
    void howFullItIsAndWhatItWritesIsShownAsFarAsItTells() {
        // When
        servers.answered(
                ReportedProfile.SHOP,
                ServerInfo.parse("redis_version:8.0.6\r\nused_memory:800\r\nmaxmemory:1000\r\nused_memory_rss:1200\r\n"
                        + "maxmemory_policy:volatile-lru\r\ndb0:keys=4,expires=1\r\nexpired_keys:7\r\n"
                        + "evicted_clients:2\r\nrdb_last_bgsave_status:err\r\nrdb_changes_since_last_save:9\r\n"));

        // Then
        String of = "{namespace=\"team\",profile=\"shop\"} ";
        assertThat(meters.scrape())
                .contains("cacheward_redis_max_memory_bytes" + of + "1000.0")
                .contains("cacheward_redis_full_ratio" + of + "0.8")
                .contains("cacheward_redis_resident_bytes" + of + "1200.0")
                .contains("cacheward_redis_fragmentation_ratio" + of + "1.5")
                .contains("cacheward_redis_expiring_keys" + of + "1.0")
                .contains("cacheward_redis_evictable_ratio" + of + "0.25")
                .contains("cacheward_redis_expirations_total" + of + "7.0")
                .contains("cacheward_redis_cut_clients_total" + of + "2.0")
                .contains("cacheward_redis_write_ok" + of + "0.0")
                .contains("cacheward_redis_unsaved_changes" + of + "9.0")
                .contains("cacheward_redis_max_clients" + of + "NaN")
                .contains("cacheward_redis_last_save_timestamp_seconds" + of + "NaN");
    }

    @Test
    void theNumbersOfAServerThatIsLostAreNotShownAnyMore() {
        // Given
        servers.answered(ReportedProfile.SHOP, info(6, 2));

        // When
        telemetry.reconciled(
                ReportedProfile.profile(1, List.of()),
                ReportedProfile.ready(1),
                ReportedProfile.not(Reason.TIMEOUT, 1));

        // Then
        assertThat(meters.scrape()).doesNotContain("cacheward_redis_").contains("cacheward_resource_ready{");
    }

    @Test
    void numbersThatAReconciliationDoesNotBringAreNotShownAnyMore() {
        // Given
        servers.answered(ReportedProfile.SHOP, info(6, 2));
        telemetry.reconciled(ReportedProfile.profile(1, List.of()), List.of(), AVAILABLE);
        assertThat(meters.scrape()).contains("cacheward_redis_hits_total");

        // When
        telemetry.reconciled(ReportedProfile.profile(1, List.of()), AVAILABLE, AVAILABLE);

        // Then
        assertThat(meters.scrape()).doesNotContain("cacheward_redis_").contains("cacheward_resource_ready{");
    }

    @Test
    void theCountersOfAServerThatWasStartedAnewBeginAnew() {
        // Given
        servers.answered(ReportedProfile.SHOP, info(6, 2));
        meters.scrape();

        // When
        servers.answered(ReportedProfile.SHOP, info(1, 0));

        // Then
        assertThat(meters.scrape())
                .contains("cacheward_redis_hits_total{namespace=\"team\",profile=\"shop\"} 1.0")
                .contains("cacheward_redis_misses_total{namespace=\"team\",profile=\"shop\"} 0.0");
    }

    @Test
    void nothingOfAProfileThatIsGoneStays() {
        // Given
        telemetry.reconcileStarted(ReportedProfile.profile(1, List.of()));
        servers.answered(ReportedProfile.SHOP, info(6, 2));
        telemetry.reconciled(ReportedProfile.profile(1, List.of()), List.of(), ReportedProfile.ready(1));

        // When
        telemetry.deleted(ReportedProfile.SHOP);

        // Then
        assertThat(meters.scrape()).doesNotContain("shop");
    }

    @Test
    void whatTheOperatorLooksUpItselfIsCountedOnceForEachAnswer() {
        // Given
        ServerInfo once = info(6, 2);
        servers.answered(ReportedProfile.SHOP, once);

        // When
        servers.answered(ReportedProfile.SHOP, once);
        servers.answered(ReportedProfile.SHOP, info(9, 3));
        servers.lookedUp(ReportedProfile.SHOP, 40);

        // Then
        assertThat(meters.scrape())
                .contains("cacheward_redis_own_lookups_total{namespace=\"team\",profile=\"shop\"} 42.0");
    }

    private static ServerInfo info(int hits, int misses) {
        return ServerInfo.parse("redis_version:8.0.6\r\nused_memory:1000\r\ndb0:keys=3,expires=1\r\nkeyspace_hits:"
                + hits + "\r\nkeyspace_misses:" + misses + "\r\nevicted_keys:4\r\nconnected_clients:5\r\n");
    }
}
