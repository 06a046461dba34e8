package dev.cacheward.cacheprofile.managed;

import static dev.cacheward.api.v1alpha1.PersistenceMode.APPEND_ONLY;
import static dev.cacheward.api.v1alpha1.PersistenceMode.SNAPSHOT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.PersistenceMode;
import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.ObservedBuilder;
import dev.cacheward.cacheprofile.model.PodPhases;
import dev.cacheward.cacheprofile.model.RunningServer;
import dev.cacheward.cacheprofile.plan.SampleProfiles;
import dev.cacheward.redis.client.RedisAddress;
import dev.cacheward.redis.conf.RedisConf;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each advance is one reconciliation; an empty result means that a server of the other mode would find all the data. */
class PersistenceMigrationTest {
    private static final RunningServer SERVER = new RunningServer(
            new RedisAddress(PodPhases.ADDRESS, RedisConf.PORT), SampleProfiles.credentials(), "ALIAS");

    private final ScriptedRedis redis = new ScriptedRedis();
    private final PersistenceMigration migration = new PersistenceMigration(redis.turns());

    @Test
    void toAppendOnlyTheFileIsTurnedOnUnderTheNameThatConfigHasThere() {
        // When
        Optional<Reason> first = advance(APPEND_ONLY);

        // Then
        assertThat(first).contains(Reason.SWITCHING_PERSISTENCE);
        assertThat(redis.asked).containsExactly("ALIAS SET appendonly yes");
    }

    @Test
    void toAppendOnlyItWaitsUntilTheFileIsWhole() {
        // Given
        redis.info("aof_enabled", "1").info("aof_rewrite_in_progress", "1");

        // Then
        assertThat(advance(APPEND_ONLY)).contains(Reason.SWITCHING_PERSISTENCE);
        redis.info("aof_rewrite_in_progress", "0").info("aof_rewrite_scheduled", "1");
        assertThat(advance(APPEND_ONLY)).contains(Reason.SWITCHING_PERSISTENCE);
        redis.info("aof_rewrite_scheduled", "0").info("aof_last_bgrewrite_status", "ok");
        assertThat(advance(APPEND_ONLY)).isEmpty();
        assertThat(redis.asked).isEmpty();
    }

    @Test
    void aFileThatCannotBeWrittenKeepsTheModeAndNamesTheVolume() {
        // Given
        redis.info("aof_enabled", "1").info("aof_last_bgrewrite_status", "err");

        // When
        Optional<Cause> cause = migration.advance("uid-1", observed(), APPEND_ONLY);

        // Then
        assertThat(cause).hasValueSatisfying(failed -> {
            assertThat(failed.reason()).isEqualTo(Reason.PERSISTENCE_SWITCH_FAILED);
            assertThat(failed.message())
                    .startsWith("The persistence mode stays as it is")
                    .contains("persistence.size");
        });
    }

    @Test
    void toSnapshotTheServerSavesNowAndOnceMoreWhenItIsStopped() {
        // When
        Optional<Reason> first = advance(SNAPSHOT);

        // Then
        assertThat(first).contains(Reason.SWITCHING_PERSISTENCE);
        assertThat(redis.asked).containsExactly("ALIAS SET save 3600 1 300 100 60 10000", "BGSAVE");
    }

    @Test
    void toSnapshotItWaitsUntilThatSnapshotIsDone() {
        // Given
        advance(SNAPSHOT);
        redis.info("rdb_bgsave_in_progress", "1");

        // Then
        assertThat(advance(SNAPSHOT)).contains(Reason.SWITCHING_PERSISTENCE);
        redis.info("rdb_bgsave_in_progress", "0").info("rdb_last_save_time", "160");
        assertThat(advance(SNAPSHOT)).isEmpty();
        assertThat(redis.asked).containsOnlyOnce("BGSAVE");
    }

    @Test
    void aSnapshotThatWasRunningAlreadyMayMissWritesAndDoesNotCount() {
        // Given
        redis.startsSnapshots(false).info("rdb_bgsave_in_progress", "1");
        advance(SNAPSHOT);
        redis.startsSnapshots(true).info("rdb_bgsave_in_progress", "0").info("rdb_last_save_time", "160");

        // Then
        assertThat(advance(SNAPSHOT)).contains(Reason.SWITCHING_PERSISTENCE);
        redis.info("rdb_last_save_time", "170");
        assertThat(advance(SNAPSHOT)).isEmpty();
    }

    @Test
    void aSnapshotThatFailsIsTriedAgainAndTold() {
        // Given
        advance(SNAPSHOT);
        redis.info("rdb_last_bgsave_status", "err");

        // When
        Optional<Reason> second = advance(SNAPSHOT);

        // Then
        assertThat(second).contains(Reason.PERSISTENCE_SWITCH_FAILED);
        assertThat(redis.asked).filteredOn("BGSAVE"::equals).hasSize(2);
    }

    @Test
    void aServerThatWouldNotSaveWhenStoppedIsNotStopped() {
        // Given
        redis.refusesParameters();

        // Then
        assertThat(advance(SNAPSHOT)).contains(Reason.PERSISTENCE_SWITCH_FAILED);
        assertThat(redis.asked).doesNotContain("BGSAVE");
        redis.info("rdb_last_save_time", "160");
        assertThat(advance(SNAPSHOT)).contains(Reason.PERSISTENCE_SWITCH_FAILED);
    }

    @Test
    void aSnapshotOfAnEarlierRunSaysNothingAboutThisOne() {
        // Given
        advance(SNAPSHOT);
        redis.info("run_id", "run-2").info("rdb_last_save_time", "500");

        // When
        Optional<Reason> next = advance(SNAPSHOT);

        // Then
        assertThat(next).contains(Reason.SWITCHING_PERSISTENCE);
    }

    @Test
    void aServerThatDoesNotAnswerKeepsItsMode() {
        // Given
        redis.answersNothing(Reason.TIMEOUT);

        // When
        Optional<Cause> cause = migration.advance("uid-1", observed(), APPEND_ONLY);

        // Then
        assertThat(cause)
                .contains(new Cause(Reason.PERSISTENCE_SWITCH_FAILED, "The persistence mode stays as it is: told so"));
    }

    private Observed observed() {
        return ObservedBuilder.nothing().redis(redis.observed(SERVER)).observed();
    }

    private Optional<Reason> advance(PersistenceMode wanted) {
        return migration.advance("uid-1", observed(), wanted).map(Cause::reason);
    }
}
