package dev.cacheward.cacheprofile.report;

import dev.cacheward.api.v1alpha1.EvictionPolicy;
import dev.cacheward.cacheprofile.model.Profile;
import dev.cacheward.delivery.value.Ttl;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import dev.cacheward.status.Warnings;
import dev.cacheward.validation.Quote;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells which names of a profile fill the memory under its eviction policy. */
public final class EvictionAdvice {
    /** More names would push the advice out of sight. */
    private static final int MOST_NAMES = 5;

    private EvictionAdvice() {}

    /** Returns the warning about names that never expire, under a policy that evicts only what expires. */
    public static Warnings warnings(Profile profile) {
        List<String> names = endless(profile);
        String policy = policy(profile).redisName();
        return names.isEmpty() || !evictsOnlyWhatExpires(profile)
                ? Warnings.none()
                : new Warnings(List.of(list(names) + (names.size() == 1 ? " never expires" : " never expire") + ", and "
                        + policy
                        + " evicts only keys that expire: such keys can fill the memory until writes fail. Choose an"
                        + " allkeys policy as evictionPolicy, or a TTL."));
    }

    /** Returns the same cause; that of a full server with the policy, and with the names that it cannot evict. */
    public static Cause explained(Cause cause, Profile profile) {
        if (cause.reason() != Reason.OUT_OF_MEMORY) {
            return cause;
        }
        EvictionPolicy policy = policy(profile);
        List<String> names = endless(profile);
        String evicted = policy == EvictionPolicy.NO_EVICTION
                ? "evicts nothing"
                : evictsOnlyWhatExpires(profile) ? "evicts only keys that expire" : "evicts any key";
        String kept = names.isEmpty() || policy.redisName().startsWith("allkeys")
                ? ""
                : "; ttls that are Never: " + list(names);
        return new Cause(
                cause.reason(),
                cause.message() + " The evictionPolicy is " + policy.redisName() + ", which " + evicted + kept + ".");
    }

    private static EvictionPolicy policy(Profile profile) {
        return profile.server().settings().evictionPolicy();
    }

    private static boolean evictsOnlyWhatExpires(Profile profile) {
        return policy(profile).redisName().startsWith("volatile-");
    }

    private static List<String> endless(Profile profile) {
        return profile.ttls().entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Ttl.Never)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String list(List<String> names) {
        String first = names.stream().limit(MOST_NAMES).map(Quote::of).collect(Collectors.joining(", "));
        return names.size() > MOST_NAMES ? first + " and " + (names.size() - MOST_NAMES) + " more" : first;
    }
}
