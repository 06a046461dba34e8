package dev.cacheward.cacheprofile.report.health;

import dev.cacheward.status.ConditionStatus;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Finding;
import dev.cacheward.status.Reason;
import java.util.Locale;

/**
 * What is said of a memory.
 *
 * @param policy the server's, as in redis.conf
 * @param managed whether fields of the spec can help
 */
record MemoryWords(String policy, boolean managed) {
    static final String NO_EVICTION = "noeviction";

    Finding ample() {
        return Finding.holds(ConditionType.MEMORY_HEALTHY, Reason.MEMORY_AMPLE, "The memory is not short.");
    }

    Finding filling() {
        return bad(
                Reason.MEMORY_FILLING,
                NO_EVICTION.equals(policy)
                        ? "The memory is nearly full, and evictionPolicy noeviction evicts nothing: soon writes will fail. "
                                + more() + ", or store less, with shorter TTLs."
                        : "The memory is nearly full of keys without an expiry, and evictionPolicy " + policy
                                + " evicts only keys that expire: soon writes will fail. Store with a TTL, choose an allkeys"
                                + " policy, or " + lower(more()) + ".");
    }

    Finding hurried() {
        return bad(
                Reason.EVICTING,
                "The memory is far too small: within half an hour the server evicts as many keys as it holds, and more than"
                        + " expire. " + kept() + " " + more() + ", or store less.");
    }

    Finding evicting() {
        return Finding.holds(
                ConditionType.MEMORY_HEALTHY,
                Reason.EVICTING,
                "The memory is full, and the server makes room for new keys, as a cache does. " + kept());
    }

    Finding fragmented() {
        return bad(
                Reason.FRAGMENTED,
                "For half an hour the server's process has taken more than one and a half times the memory of its data: it cannot"
                        + " give back the gaps between keys. "
                        + (managed
                                ? "Set activedefrag to yes in redis.managed.config, which changes live; the image needs Redis'"
                                        + " own jemalloc, as the official ones have."
                                : "Have active defragmentation turned on, or the server restarted."));
    }

    private String kept() {
        if (policy.isEmpty()) {
            return "It does not say which keys it evicts.";
        }
        String sessions = "sessions and counters of rate limits are among them, if they are stored here.";
        return policy.startsWith("volatile-")
                ? "evictionPolicy " + policy + " evicts keys with an expiry: " + sessions
                : "evictionPolicy " + policy + " may evict any key: " + sessions;
    }

    private String more() {
        return managed
                ? "Raise redis.managed.maxMemory and redis.managed.resources.limits.memory"
                : "Choose a larger plan";
    }

    private static String lower(String sentence) {
        return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
    }

    private static Finding bad(Reason reason, String message) {
        return new Finding(ConditionType.MEMORY_HEALTHY, ConditionStatus.FALSE, reason, message);
    }
}
