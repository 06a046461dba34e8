package dev.cacheward.cacheprofile.report.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Data that does not reach the volume is told, also where the server takes writes all the same. */
class PersistenceHealthTest {
    private static final String PERSISTED = "True " + Reason.PERSISTED.wire();
    private static final String FAILING = "False " + Reason.PERSISTENCE_FAILING.wire();

    @ParameterizedTest
    @CsvSource({
        "0, rdb_last_bgsave_status, False PersistenceFailing, last snapshot",
        "1, rdb_last_bgsave_status, True Persisted, volume",
        "1, aof_last_write_status, False PersistenceFailing, could not write to its append-only file",
        "1, aof_last_bgrewrite_status, False PersistenceFailing, could not rewrite its append-only file",
        "0, aof_last_bgrewrite_status, True Persisted, volume",
    })
    void theFormThatCountsIsLookedAt(int appendOnly, String failing, String verdict, String words) {
        // Given
        HealthScene server = server().says("aof_enabled", appendOnly).says(failing, "err");

        // When
        server.look();

        // Then
        assertThat(server.verdict()).isEqualTo(verdict);
        assertThat(server.message()).contains(words);
    }

    @Test
    void theAdviceNamesThePodAndTheField() {
        assertThat(server().says("rdb_last_bgsave_status", "err").look().message())
                .contains("kubectl logs shop-0", "redis.managed.persistence.size");
    }

    @Test
    void itIsWellAgainWhenTwoLooksFindNoFailure() {
        // Given
        HealthScene server =
                server().says("rdb_last_bgsave_status", "err").look().minutes(3);

        // When
        server.says("rdb_last_bgsave_status", "ok").minutes(1);

        // Then
        assertThat(server.verdict()).isEqualTo(FAILING);
        assertThat(server.minutes(1).verdict()).isEqualTo(PERSISTED);
    }

    @Test
    void aVolumeOnWhichEverySecondAttemptFailsIsWrittenOnce() {
        // Given
        HealthScene server = server().look();
        int written = server.writes();

        // When
        for (int turn = 0; turn < 50; turn++) {
            server.says("rdb_last_bgsave_status", turn % 2 == 0 ? "err" : "ok").minutes(1);
        }

        // Then
        assertThat(server.verdict()).isEqualTo(FAILING);
        assertThat(server.writes() - written).isEqualTo(1);
    }

    @Test
    void changesThatNoSnapshotTakesInForMuchLongerThanAnHourAreToldAndKeptByANewOperator() {
        // Given
        HealthScene server = server().says("rdb_changes_since_last_save", 5).look();

        // Then
        assertThat(server.minutes(89).verdict()).isEqualTo(PERSISTED);
        assertThat(server.minutes(5).verdict()).isEqualTo(FAILING);
        assertThat(server.message()).contains("no snapshot for more than an hour");
        assertThat(server.restartOperator().minutes(3).verdict()).isEqualTo(FAILING);
        assertThat(saved(server).minutes(2).verdict()).isEqualTo(PERSISTED);
    }

    @Test
    void aServerThatNobodyWroteToNeedsNoSnapshot() {
        assertThat(server().look().pass(Duration.ofDays(2)).look().minutes(40).verdict())
                .isEqualTo(PERSISTED);
    }

    private static HealthScene server() {
        HealthScene server = new HealthScene(ConditionType.PERSISTENCE_HEALTHY)
                .says("aof_enabled", 0)
                .says("rdb_changes_since_last_save", 0);
        return saved(server);
    }

    private static HealthScene saved(HealthScene server) {
        return server.says("rdb_last_save_time", server.now().getEpochSecond());
    }
}
