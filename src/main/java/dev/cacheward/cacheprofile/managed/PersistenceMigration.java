package dev.cacheward.cacheprofile.managed;

import dev.cacheward.api.v1alpha1.PersistenceMode;
import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.ObservedRedis;
import dev.cacheward.cacheprofile.model.RolloutStep;
import dev.cacheward.cacheprofile.model.RunningServer;
import dev.cacheward.cacheprofile.model.volume.MigrationStep;
import dev.cacheward.cacheprofile.model.volume.Snapshot;
import dev.cacheward.cacheprofile.plan.MigrationPlanner;
import dev.cacheward.cacheprofile.plan.ProfilePlan;
import dev.cacheward.cacheprofile.turns.RedisTurns;
import dev.cacheward.redis.client.ConfigDialogue;
import dev.cacheward.redis.client.Dialogue;
import dev.cacheward.redis.client.Reply;
import dev.cacheward.redis.client.SnapshotDialogue;
import dev.cacheward.redis.conf.RedisConf;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Carries out the steps of {@link MigrationPlanner} on a running server, one at each reconciliation. */
final class PersistenceMigration {
    private static final Cause OUT_OF_REACH = new Cause(
            Reason.SWITCHING_PERSISTENCE,
            "The persistence mode stays as it is until the running server can be asked to write its data in the form of"
                    + " the new one.");

    private final RedisTurns turns;
    /**
     * The last snapshot before the one that this migration asked for, by uid of the profile. After a restart of the operator it
     * is unknown, and the migration asks for another snapshot.
     */
    private final Map<String, Snapshot> begun = new ConcurrentHashMap<>();

    PersistenceMigration(RedisTurns turns) {
        this.turns = turns;
    }

    /**
     * Forgets a snapshot that was asked for, unless the plan goes on with the migration: it does not count for a later
     * migration.
     */
    void forgetUnlessPlanned(String profileUid, Optional<ProfilePlan> plan) {
        if (plan.flatMap(ProfilePlan::server)
                .filter(server -> server.step() instanceof RolloutStep.MigrateData)
                .isEmpty()) {
            forget(profileUid);
        }
    }

    /** Forgets a snapshot that was asked for, since the profile is deleted or paused. */
    void forget(String profileUid) {
        begun.remove(profileUid);
    }

    /** A server in a migration. */
    private record Migrating(String profileUid, Observed.Look look, RunningServer server) {}

    /**
     * Takes the next step. It cannot advance while the server does not answer.
     *
     * @return empty if all data is in the format of the wanted mode; otherwise why the server must not be restarted yet
     */
    Optional<Cause> advance(String profileUid, Observed observed, PersistenceMode wanted) {
        if (observed.redis() instanceof ObservedRedis.Answered answered) {
            Optional<Snapshot> before = Optional.ofNullable(begun.get(profileUid));
            return take(
                    new Migrating(profileUid, observed.look(), answered.server()),
                    MigrationPlanner.next(wanted, answered.info(), before));
        }
        return Optional.of(
                observed.redis() instanceof ObservedRedis.Silent silent ? refused(silent.cause()) : OUT_OF_REACH);
    }

    private Optional<Cause> take(Migrating migrating, MigrationStep step) {
        if (step instanceof MigrationStep.Await await) {
            return Optional.of(await.cause());
        }
        if (step instanceof MigrationStep.EnableAppendOnly) {
            return set(migrating, "appendonly", "yes").or(() -> Optional.of(MigrationPlanner.UNDER_WAY));
        }
        if (step instanceof MigrationStep.StartSnapshot start) {
            return startSnapshot(migrating, start);
        }
        forget(migrating.profileUid());
        return Optional.empty();
    }

    /**
     * Sets save points, and then asks for a snapshot. With save points the server writes another snapshot when it stops, which
     * keeps the writes after this one.
     */
    private Optional<Cause> startSnapshot(Migrating migrating, MigrationStep.StartSnapshot start) {
        return set(migrating, "save", RedisConf.SNAPSHOT_SAVE_POINTS)
                .or(() -> ask(migrating, new SnapshotDialogue())
                        .flatMap(reply -> reply.fold(
                                started -> remember(started, migrating.profileUid(), start.last()),
                                failed -> Optional.of(refused(failed)))))
                .or(start::failed)
                .or(() -> Optional.of(MigrationPlanner.UNDER_WAY));
    }

    /**
     * Remembers a snapshot that was started. One that was running already may miss the latest writes, so the next
     * reconciliation starts another.
     */
    private Optional<Cause> remember(boolean started, String profileUid, Snapshot last) {
        if (started) {
            begun.put(profileUid, last);
        }
        return Optional.empty();
    }

    /** @return empty if the parameter is set; otherwise why not, or why not yet */
    private Optional<Cause> set(Migrating migrating, String parameter, String value) {
        String config = migrating.server().configCommand();
        return ask(migrating, new ConfigDialogue(config, new TreeMap<>(Map.of(parameter, value))))
                .map(reply -> reply.failure().map(PersistenceMigration::refused))
                .orElseGet(() -> Optional.of(MigrationPlanner.UNDER_WAY));
    }

    private <T> Optional<Reply<T>> ask(Migrating migrating, Dialogue<T> dialogue) {
        RunningServer server = migrating.server();
        return turns.ask(
                migrating.look(), server.address(), server.credentials().operatorLogin(), dialogue);
    }

    private static Cause refused(Cause failed) {
        return new Cause(Reason.PERSISTENCE_SWITCH_FAILED, "The persistence mode stays as it is: " + failed.message());
    }
}
