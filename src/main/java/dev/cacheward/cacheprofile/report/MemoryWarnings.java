package dev.cacheward.cacheprofile.report;

import dev.cacheward.api.v1alpha1.CacheProfileStatus;
import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.cacheprofile.model.ObservedRedis;
import dev.cacheward.redis.client.ServerStats;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Conditions;
import dev.cacheward.status.PreviousStatus;
import dev.cacheward.status.Warnings;
import java.util.List;
import java.util.Optional;

/**
 * Warns before a memory that cannot be evicted is full. The warning stays until the server is clearly emptier, or has clearly
 * more keys that expire: otherwise the status would change at each reconciliation. It knows by the previous status that it was
 * given.
 */
public final class MemoryWarnings {
    private static final int PERCENT = 100;

    /**
     * When the warning comes, or goes.
     *
     * @param full in percent of {@code maxmemory}
     * @param expiring in percent of all keys
     */
    private record Bounds(int full, int expiring) {
        boolean exceeded(ServerStats stats) {
            ServerStats.Memory memory = stats.memory();
            return memory.limit() > 0
                    && stats.keys() > 0
                    && memory.counted() / PERCENT >= memory.limit() / PERCENT / PERCENT * full
                    && memory.expiring() * PERCENT <= stats.keys() * expiring;
        }
    }

    private static final Bounds COMES = new Bounds(90, 10);
    private static final Bounds STAYS = new Bounds(80, 20);

    private MemoryWarnings() {}

    /** Returns the warning, if the server is nearly full of keys that it does not evict. */
    public static Warnings of(ObservedRedis redis, PreviousStatus<CacheProfileStatus> before) {
        return redis instanceof ObservedRedis.Answered answered
                ? of(answered.info().stats(), before)
                : Warnings.none();
    }

    private static Warnings of(ServerStats stats, PreviousStatus<CacheProfileStatus> before) {
        return text(stats.memory().policy())
                .filter(text -> (told(before, text) ? STAYS : COMES).exceeded(stats))
                .map(text -> new Warnings(List.of(text)))
                .orElseGet(Warnings::none);
    }

    private static Optional<String> text(String policy) {
        String start = "The memory is nearly full of keys without an expiry, and evictionPolicy " + policy;
        String end = ": soon writes will fail. Store with a TTL, raise maxMemory, or choose an allkeys policy.";
        if (policy.startsWith("volatile-")) {
            return Optional.of(start + " evicts only keys that expire" + end);
        }
        return policy.equals("noeviction") ? Optional.of(start + " evicts nothing" + end) : Optional.empty();
    }

    private static boolean told(PreviousStatus<CacheProfileStatus> before, String text) {
        return Conditions.find(before.conditions(), ConditionType.READY)
                .map(Condition::message)
                .filter(message -> message.contains(text))
                .isPresent();
    }
}
