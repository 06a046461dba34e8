package dev.cacheward.cacheprofile.model;

import dev.cacheward.api.v1alpha1.CacheProfileStatus;
import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.api.v1alpha1.Delivered;
import dev.cacheward.reconcile.Contested;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Conditions;
import dev.cacheward.status.Reason;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the operator said at its last look.
 *
 * @param observedGeneration -1 before the first look
 * @param version of the server, as text
 * @param bound whether the Secret with the connection was named
 */
public record LastLook(
        long observedGeneration,
        List<Condition> conditions,
        boolean bound,
        Optional<String> version,
        List<Delivered> delivered) {

    public static LastLook of(Optional<CacheProfileStatus> status) {
        return new LastLook(
                status.map(CacheProfileStatus::observedGeneration).orElse(-1L),
                status.map(CacheProfileStatus::conditions).orElse(List.of()),
                status.map(CacheProfileStatus::binding).isPresent(),
                status.map(CacheProfileStatus::redis).map(redis -> redis.version()),
                status.map(CacheProfileStatus::delivered).orElse(List.of()));
    }

    /** Whether a foreign object stood in the way. */
    public boolean contested() {
        return Contested.before(conditions);
    }

    /** Why Redis was or was not available. */
    public Optional<Reason> redisReason() {
        return Conditions.find(conditions, ConditionType.REDIS_AVAILABLE)
                .flatMap(condition -> Stream.of(Reason.values())
                        .filter(reason -> reason.wire().equals(condition.reason()))
                        .findFirst());
    }
}
