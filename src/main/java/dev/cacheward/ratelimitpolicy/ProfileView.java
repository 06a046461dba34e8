package dev.cacheward.ratelimitpolicy;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.CacheProfileSpec;
import dev.cacheward.api.v1alpha1.CacheProfileStatus;
import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.api.v1alpha1.EvictionPolicy;
import dev.cacheward.api.v1alpha1.ManagedRedis;
import dev.cacheward.api.v1alpha1.RedisSource;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Conditions;
import java.util.List;
import java.util.Optional;

/**
 * The part of a profile that its policies use.
 *
 * @param ready empty while the profile's status is of an older generation, so that the answer is unknown
 * @param neverEvicts whether the server never evicts keys under memory pressure
 */
record ProfileView(String name, Optional<Boolean> ready, boolean neverEvicts) {
    static ProfileView of(CacheProfile profile) {
        return new ProfileView(profile.getMetadata().getName(), ready(profile), neverEvicts(profile.getSpec()));
    }

    private static Optional<Boolean> ready(CacheProfile profile) {
        Optional<CacheProfileStatus> status = Optional.ofNullable(profile.getStatus());
        boolean current = status.map(CacheProfileStatus::observedGeneration)
                .filter(profile.getMetadata().getGeneration()::equals)
                .isPresent();
        List<Condition> conditions = status.map(CacheProfileStatus::conditions).orElse(List.of());
        return current
                ? Optional.of(Conditions.find(conditions, ConditionType.READY)
                        .filter(Conditions::isTrue)
                        .isPresent())
                : Optional.empty();
    }

    private static boolean neverEvicts(CacheProfileSpec spec) {
        return Optional.ofNullable(spec.redis())
                .map(RedisSource::managed)
                .map(ManagedRedis::evictionPolicy)
                .filter(policy -> policy == EvictionPolicy.NO_EVICTION)
                .isPresent();
    }
}
