package dev.cacheward.cacheprofile.managed;

import static dev.cacheward.api.v1alpha1.PersistenceMode.SNAPSHOT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.PersistenceMode;
import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.ObservedBuilder;
import dev.cacheward.cacheprofile.model.PodPhases;
import dev.cacheward.cacheprofile.model.RolloutStep;
import dev.cacheward.cacheprofile.model.RunningServer;
import dev.cacheward.cacheprofile.plan.ProfilePlan;
import dev.cacheward.cacheprofile.plan.SampleProfiles;
import dev.cacheward.redis.client.RedisAddress;
import dev.cacheward.redis.conf.RedisConf;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What one switch began must not be taken for the work of a later one: keys written between them would be lost. */
class PersistenceMigrationMemoryTest {
    private static final RunningServer SERVER = new RunningServer(
            new RedisAddress(PodPhases.ADDRESS, RedisConf.PORT), SampleProfiles.credentials(), "ALIAS");

    private final ScriptedRedis redis = new ScriptedRedis();
    private final PersistenceMigration migration = new PersistenceMigration(redis.turns());

    @Test
    void aSnapshotOfAnAttemptThatWasTakenBackDoesNotCount() {
        // Given
        advance(SNAPSHOT);
        redis.info("rdb_last_save_time", "160");
        migration.forgetUnlessPlanned(
                "uid-1",
                Optional.of(SampleProfiles.plan(
                        SampleProfiles.minimal(), ObservedBuilder.nothing().observed())));

        // When
        Optional<Reason> next = advance(SNAPSHOT);

        // Then
        assertThat(next).contains(Reason.SWITCHING_PERSISTENCE);
    }

    @Test
    void aSnapshotFromBeforeTheSpecWasInvalidOrThePasswordUnusableDoesNotCount() {
        // Given
        advance(SNAPSHOT);
        redis.info("rdb_last_save_time", "160");

        // When
        migration.forgetUnlessPlanned("uid-1", Optional.empty());

        // Then
        assertThat(advance(SNAPSHOT)).contains(Reason.SWITCHING_PERSISTENCE);
        assertThat(redis.asked).filteredOn("BGSAVE"::equals).hasSize(2);
    }

    @Test
    void aSwitchThatGoesOnIsNotBegunAnew() {
        // Given
        advance(SNAPSHOT);
        redis.info("rdb_last_save_time", "160");
        ProfilePlan.ServerPlan server = SampleProfiles.plan(
                        SampleProfiles.minimal(), ObservedBuilder.nothing().observed())
                .server()
                .orElseThrow();
        ProfilePlan.ServerPlan switches = new ProfilePlan.ServerPlan(
                "uid-1",
                server.server(),
                server.credentials(),
                server.objects(),
                new RolloutStep.MigrateData(),
                server.active());

        // When
        migration.forgetUnlessPlanned(
                "uid-1",
                Optional.of(new ProfilePlan(
                        SampleProfiles.valid(SampleProfiles.minimal()),
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        Optional.of(switches),
                        Optional.empty(),
                        List.of())));

        // Then
        assertThat(advance(SNAPSHOT)).isEmpty();
    }

    private Observed observed() {
        return ObservedBuilder.nothing().redis(redis.observed(SERVER)).observed();
    }

    private Optional<Reason> advance(PersistenceMode wanted) {
        return migration.advance("uid-1", observed(), wanted).map(Cause::reason);
    }
}
