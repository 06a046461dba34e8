package dev.cacheward.cacheprofile.plan.roll;

import dev.cacheward.cacheprofile.model.PodState;
import dev.cacheward.cacheprofile.model.roll.Member;
import dev.cacheward.cacheprofile.model.roll.RollMark;
import dev.cacheward.cacheprofile.model.roll.RollWishes;
import dev.cacheward.cacheprofile.model.roll.ServerPair;
import dev.cacheward.cacheprofile.render.StatefulSetRenderer;
import dev.cacheward.redis.client.ServerInfo;
import dev.cacheward.redis.client.replication.ReplicationState;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * All that decides about a roll.
 *
 * @param target the server that is wanted
 * @param live the StatefulSet of the servers that there are
 * @param info what the active server said last; empty if it gave no answer
 * @param replicates whether the active server has a login for replicas, and an operator that may hand over; empty if
 *     that is not known
 */
public record RollView(
        Target target,
        StatefulSet live,
        ServerPair pair,
        Optional<ServerInfo> info,
        Optional<Boolean> replicates,
        RollWishes wishes,
        Instant now) {
    /**
     * The server that is wanted.
     *
     * @param revision of its pod's template
     * @param volume the volume for its data
     * @param maxMemory in bytes
     */
    public record Target(String revision, String image, Volume volume, long maxMemory) {}

    /** The volume of a server. */
    public enum Volume {
        /** It has none. */
        NONE,
        /** Nothing was ever on it. */
        NEW,
        /** A server has had its data on it. */
        USED
    }

    Member active() {
        return pair.active();
    }

    /** Whether a pod is as it is wanted. */
    boolean isCurrent(Member member) {
        return member.pod()
                .filter(pod ->
                        PodState.annotation(pod, StatefulSetRenderer.REVISION).equals(target.revision()))
                .isPresent();
    }

    boolean isReady(Member member) {
        return member.pod().filter(PodState::ready).isPresent();
    }

    /** Whether the data stays on the volume on which it is. Two pods cannot have it at the same time. */
    boolean staysOnVolume() {
        return target.volume() != Volume.NONE && isOnVolume();
    }

    /** Whether the wanted server would find the data of another time on its volume. */
    boolean findsOtherData() {
        return target.volume() == Volume.USED && !isOnVolume();
    }

    /** Whether the data gets a volume that it has not now. */
    boolean movesOntoVolume() {
        return target.volume() != Volume.NONE && !isOnVolume();
    }

    private boolean isOnVolume() {
        return active().pod().flatMap(PodState::claimName).isPresent();
    }

    String goal() {
        return wishes.goal(target.revision());
    }

    /** Returns the record of this roll; empty if there is none, or one of another goal. */
    Optional<RollMark> mark() {
        return RollMark.of(live).filter(mark -> mark.goal().equals(goal()));
    }

    /** Returns the time since this roll began; none if it begins now. */
    Duration age() {
        return mark().filter(mark -> mark.refusal().isEmpty())
                .map(mark -> Duration.between(mark.at(), now))
                .orElse(Duration.ZERO);
    }

    /** Whether the cluster keeps the first ordinal, without which the second pod could not remain alone. */
    boolean keepsOrdinals() {
        return live.getSpec().getOrdinals() != null;
    }

    /** Returns what the active server says of itself; empty if it gave no answer. */
    Optional<ServerInfo> activeInfo() {
        return active().redis().map(ReplicationState::info).or(this::info);
    }

    /** Returns the bytes of the data that count against maxmemory; empty if they are not known. */
    Optional<Long> dataBytes() {
        return activeInfo().map(said -> said.stats().memory().counted());
    }

    /** Whether less memory for data is wanted than the active server has. */
    boolean lowersMemory() {
        return activeInfo()
                .map(said -> said.stats().memory().limit())
                .filter(limit -> limit == 0 || limit > target.maxMemory())
                .isPresent();
    }
}
