package dev.cacheward.cacheprofile.report;

import dev.cacheward.api.v1alpha1.EvictionPolicy;
import dev.cacheward.delivery.value.Ttl;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import dev.cacheward.status.Warnings;
import dev.cacheward.validation.Quote;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Tells which names of a profile fill the memory under its eviction policy. */
public final class EvictionAdvice {
    /** More names would push the advice out of sight. */
    private static final int MOST_NAMES = 5;

    private EvictionAdvice() {}

    /** Returns the warning about names that never expire, under a policy that evicts only what expires. */
    public static Warnings warnings(SortedMap<String, Ttl> ttls, String policy) {
        List<String> names = endless(ttls);
        return names.isEmpty() || !evictsOnlyWhatExpires(policy)
                ? Warnings.none()
                : new Warnings(List.of(list(names) + (names.size() == 1 ? " never expires" : " never expire") + ", and "
                        + policy
                        + " evicts only keys that expire: such keys can fill the memory until writes fail. Choose an"
                        + " allkeys policy as evictionPolicy, or a TTL."));
    }

    /** Returns the same cause; that of a full server with the policy, and with the names that it cannot evict. */
    public static Cause explained(Cause cause, SortedMap<String, Ttl> ttls, String policy) {
        if (cause.reason() != Reason.OUT_OF_MEMORY) {
            return cause;
        }
        List<String> names = endless(ttls);
        String evicted = policy.equals(EvictionPolicy.NO_EVICTION.redisName())
                ? "evicts nothing"
                : evictsOnlyWhatExpires(policy) ? "evicts only keys that expire" : "evicts any key";
        String kept = names.isEmpty() || policy.startsWith("allkeys") ? "" : "; ttls that are Never: " + list(names);
        return new Cause(
                cause.reason(),
                cause.message() + " The evictionPolicy is " + policy + ", which " + evicted + kept + ".");
    }

    private static boolean evictsOnlyWhatExpires(String policy) {
        return policy.startsWith("volatile-");
    }

    private static List<String> endless(SortedMap<String, Ttl> ttls) {
        return ttls.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Ttl.Never)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String list(List<String> names) {
        String first = names.stream().limit(MOST_NAMES).map(Quote::of).collect(Collectors.joining(", "));
        return names.size() > MOST_NAMES ? first + " and " + (names.size() - MOST_NAMES) + " more" : first;
    }
}
