package dev.cacheward.telemetry.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.redis.Deviation;
import dev.cacheward.telemetry.OperatorMeters;
import dev.cacheward.telemetry.ReportedProfile;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What others have changed on running servers is counted once for each change. */
class DriftMetersTest {
    private static final String COUNTER = "cacheward_config_drift_total";
    private static final Deviation USER = new Deviation(Deviation.Kind.USER, "mallory", "user mallory was there");
    private static final Deviation HZ = new Deviation(Deviation.Kind.PARAMETER, "hz", "hz was 1");

    private final OperatorMeters meters = new OperatorMeters();
    private final RedisMeters servers = new RedisMeters(meters.registry());

    @AfterEach
    void close() {
        meters.close();
    }

    @Test
    void aChangeThatStaysCountsOnce() {
        // When
        servers.drifted(ReportedProfile.SHOP, List.of(USER));
        servers.drifted(ReportedProfile.SHOP, List.of(USER, HZ));
        servers.drifted(ReportedProfile.SHOP, List.of(USER, HZ));

        // Then
        assertThat(meters.scrape())
                .contains(COUNTER + "{kind=\"user\",namespace=\"team\",profile=\"shop\"} 1.0")
                .contains(COUNTER + "{kind=\"parameter\",namespace=\"team\",profile=\"shop\"} 1.0")
                .doesNotContain("mallory");
    }

    @Test
    void theSameChangeAfterAServerThatWasRightCountsAgain() {
        // When
        servers.drifted(ReportedProfile.SHOP, List.of(USER));
        servers.drifted(ReportedProfile.SHOP, List.of());
        servers.drifted(ReportedProfile.SHOP, List.of(USER));

        // Then
        assertThat(meters.scrape()).contains(COUNTER + "{kind=\"user\",namespace=\"team\",profile=\"shop\"} 2.0");
    }

    @Test
    void aDeletedProfileHasNoCounter() {
        // Given
        servers.drifted(ReportedProfile.SHOP, List.of(USER));

        // When
        servers.deleted(ReportedProfile.SHOP);

        // Then
        assertThat(meters.scrape()).doesNotContain(COUNTER);
    }
}
