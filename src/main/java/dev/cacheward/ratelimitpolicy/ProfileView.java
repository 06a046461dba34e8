package dev.cacheward.ratelimitpolicy;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.CacheProfileStatus;
import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.api.v1alpha1.EvictionPolicy;
import dev.cacheward.api.v1alpha1.ExternalCheck;
import dev.cacheward.api.v1alpha1.ExternalRedis;
import dev.cacheward.api.v1alpha1.ManagedRedis;
import dev.cacheward.api.v1alpha1.RedisSource;
import dev.cacheward.api.v1alpha1.RedisStatus;
import dev.cacheward.api.v1alpha1.Scripts;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Conditions;
import dev.cacheward.status.Reason;
import java.util.List;
import java.util.Optional;

/**
 * The part of a profile that its policies use.
 *
 * @param ready empty while the profile's status is of an older generation or of an operator that was removed, so that the answer is
 *     unknown
 * @param eviction what becomes of counters under memory pressure
 * @param lacksScripts whether the server runs no scripts, by which limiters count, and the profile does not say that this is right
 */
public record ProfileView(String name, Optional<Boolean> ready, Eviction eviction, boolean lacksScripts) {
    private static final String SCRIPTS = "EVAL";

    /** What becomes of counters when the memory of the server is full. */
    public enum Eviction {
        /** They stay. */
        NEVER,
        /** Some may go. */
        POSSIBLE,
        /** Neither the server nor its owner says. */
        UNKNOWN
    }

    /** Returns what policies see of a profile; it may have no status yet. */
    public static ProfileView of(CacheProfile profile) {
        return new ProfileView(
                profile.getMetadata().getName(), ready(profile), eviction(profile), lacksScripts(profile));
    }

    private static Optional<Boolean> ready(CacheProfile profile) {
        return status(profile)
                .map(status -> Conditions.find(
                        Optional.ofNullable(status.conditions()).orElse(List.of()), ConditionType.READY))
                .filter(ready -> ready.filter(ProfileView::isLeftAlone).isEmpty())
                .map(ready -> ready.filter(Conditions::isTrue).isPresent());
    }

    /** Whether the operator has not looked at it since it is there again. */
    private static boolean isLeftAlone(Condition ready) {
        return Reason.OPERATOR_REMOVED.wire().equals(ready.reason());
    }

    /** Returns the status; empty if it speaks of an older generation. */
    private static Optional<CacheProfileStatus> status(CacheProfile profile) {
        return Optional.ofNullable(profile.getStatus())
                .filter(status -> profile.getMetadata().getGeneration().equals(status.observedGeneration()));
    }

    /** The status knows best; before there is one, the spec of a managed Redis says the same. */
    private static Eviction eviction(CacheProfile profile) {
        Optional<RedisSource> source = Optional.ofNullable(profile.getSpec().redis());
        Optional<ExternalRedis> external = source.map(RedisSource::external);
        return status(profile)
                .map(CacheProfileStatus::redis)
                .map(RedisStatus::evictionPolicy)
                .or(() -> external.map(ExternalRedis::evictionPolicy)
                        .or(() -> source.map(RedisSource::managed).map(ManagedRedis::evictionPolicy))
                        .map(EvictionPolicy::redisName))
                .map(policy ->
                        policy.equals(EvictionPolicy.NO_EVICTION.redisName()) ? Eviction.NEVER : Eviction.POSSIBLE)
                .orElse(external.isPresent() ? Eviction.UNKNOWN : Eviction.POSSIBLE);
    }

    private static boolean lacksScripts(CacheProfile profile) {
        boolean optional = Optional.ofNullable(profile.getSpec().redis())
                .map(RedisSource::external)
                .map(ExternalRedis::check)
                .map(ExternalCheck::scripts)
                .filter(scripts -> scripts == Scripts.OPTIONAL)
                .isPresent();
        return !optional
                && status(profile)
                        .map(CacheProfileStatus::redis)
                        .map(RedisStatus::capabilities)
                        .filter(offered -> !offered.contains(SCRIPTS))
                        .isPresent();
    }
}
