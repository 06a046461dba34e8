package dev.cacheward.cacheprofile;

import dev.cacheward.api.v1alpha1.PersistenceMode;
import dev.cacheward.cacheprofile.model.Credentials;
import dev.cacheward.cacheprofile.model.RolloutStep;
import dev.cacheward.cacheprofile.plan.ProfilePlan;
import dev.cacheward.redis.client.RedisAddress;
import dev.cacheward.redis.client.RedisFailure;
import dev.cacheward.redis.client.RedisGateway;
import dev.cacheward.redis.client.ServerInfo;
import dev.cacheward.redis.conf.RedisConf;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Has a running server write its data in the form that the new persistence mode reads, a step at each look, so that the
 * restart that follows loses no key. A server that is simply restarted in the other mode starts empty.
 */
final class PersistenceMigration {
    private static final Cause UNDER_WAY = new Cause(
            Reason.SWITCHING_PERSISTENCE,
            "The running server is writing its data in the form of the new persistence mode; the pod is replaced when"
                    + " that is done.");

    private final RedisGateway gateway;
    /** By uid of the profile: the last snapshot that does not count yet. Lost at a restart, and then made anew. */
    private final Map<String, Snapshot> snapshotsBefore = new ConcurrentHashMap<>();

    PersistenceMigration(RedisGateway gateway) {
        this.gateway = gateway;
    }

    /** One of an earlier run of the server says nothing about this run's data. */
    private record Snapshot(String runId, long epochSeconds) {
        static Snapshot last(ServerInfo info) {
            return new Snapshot(info.runId(), info.lastSaveEpochSeconds());
        }
    }

    /**
     * The running server.
     *
     * @param configCommand what CONFIG is called there
     */
    record Running(String profileUid, RedisAddress address, Credentials credentials, String configCommand) {}

    /** Forgets what was begun, unless this look goes on with it: what an earlier switch began does not count for a later one. */
    void forgetUnlessPlanned(String profileUid, Optional<ProfilePlan> plan) {
        if (plan.flatMap(ProfilePlan::server)
                .filter(server -> server.step() instanceof RolloutStep.MigrateData)
                .isEmpty()) {
            forget(profileUid);
        }
    }

    /** The profile is gone, or nobody looks after it for a while. */
    void forget(String profileUid) {
        snapshotsBefore.remove(profileUid);
    }

    /**
     * Takes the next step.
     *
     * @return empty when all data is there in the form of the wanted mode; otherwise why the server must not be restarted yet
     */
    Optional<Cause> advance(Running server, PersistenceMode wanted) {
        return gateway.info(server.address(), server.credentials().operatorLogin())
                .fold(
                        info -> wanted == PersistenceMode.APPEND_ONLY
                                ? toAppendOnly(server, info)
                                : toSnapshot(server, info),
                        failed -> Optional.of(failure(failed)));
    }

    private Optional<Cause> toAppendOnly(Running server, ServerInfo info) {
        if (!info.aofEnabled()) {
            return set(server, "appendonly", "yes").or(() -> Optional.of(UNDER_WAY));
        }
        if (info.aofRewriteInProgress()) {
            return Optional.of(UNDER_WAY);
        }
        return info.aofLastRewriteOk() ? Optional.empty() : Optional.of(failed("the append-only file"));
    }

    private Optional<Cause> toSnapshot(Running server, ServerInfo info) {
        Snapshot before = snapshotsBefore.get(server.profileUid());
        boolean started = before != null && before.runId().equals(info.runId());
        if (!started || !info.bgsaveInProgress() && before.equals(Snapshot.last(info))) {
            return startSnapshot(server, info)
                    .or(() -> started && !info.lastBgsaveOk()
                            ? Optional.of(failed("the snapshot"))
                            : Optional.of(UNDER_WAY));
        }
        if (info.bgsaveInProgress()) {
            return Optional.of(UNDER_WAY);
        }
        forget(server.profileUid());
        return Optional.empty();
    }

    /**
     * With save points the server writes once more when it is stopped, which keeps what comes after this snapshot.
     *
     * @return why it could not be started
     */
    private Optional<Cause> startSnapshot(Running server, ServerInfo info) {
        Optional<Cause> refused = set(server, "save", RedisConf.SNAPSHOT_SAVE_POINTS);
        if (refused.isPresent()) {
            return refused;
        }
        return gateway.startSnapshot(server.address(), server.credentials().operatorLogin())
                .fold(started -> remember(started, server, info), failed -> Optional.of(failure(failed)));
    }

    /** A snapshot that was running already may miss the latest writes: the next look starts another. */
    private Optional<Cause> remember(boolean started, Running server, ServerInfo info) {
        if (started) {
            snapshotsBefore.put(server.profileUid(), Snapshot.last(info));
        }
        return Optional.empty();
    }

    /** @return empty when it is set; otherwise the refusal */
    private Optional<Cause> set(Running server, String parameter, String value) {
        SortedMap<String, String> parameters = new TreeMap<>(Map.of(parameter, value));
        return gateway.configSet(
                        server.address(), server.credentials().operatorLogin(), server.configCommand(), parameters)
                .fold(done -> Optional.empty(), failed -> Optional.of(failure(failed)));
    }

    private static Cause failure(RedisFailure failed) {
        return new Cause(Reason.PERSISTENCE_SWITCH_FAILED, "The persistence mode stays as it is: " + failed.message());
    }

    private static Cause failed(String what) {
        return new Cause(
                Reason.PERSISTENCE_SWITCH_FAILED,
                "The persistence mode stays as it is: the running server could not write " + what
                        + "; check the space on the volume (persistence.size).");
    }
}
