package dev.cacheward.ratelimitpolicy;

import dev.cacheward.api.v1alpha1.Delivered;
import dev.cacheward.api.v1alpha1.RateLimitPolicy;
import dev.cacheward.api.v1alpha1.RestartTarget;
import dev.cacheward.configmap.DeliveryOutcome;
import dev.cacheward.delivery.RestartPlan;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Problems;
import dev.cacheward.status.Reason;
import dev.cacheward.status.Warnings;
import dev.cacheward.validation.Quote;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that one reconciliation of a policy came to.
 *
 * @param invalid why the spec cannot be followed; then nothing was written
 * @param delivery what became of the ConfigMaps
 * @param profile empty when there is none of that name
 * @param profileCause why the profile does not serve the policy
 * @param warnings about what is no part of being ready
 */
record PolicyOutcome(
        Optional<Cause> invalid,
        DeliveryOutcome delivery,
        Optional<ProfileView> profile,
        Optional<Cause> profileCause,
        Warnings warnings) {

    /**
     * What follows from a reconciliation.
     *
     * @param resolvedBefore whether the profile was ready; it stands while the profile's own status is behind its spec, else every
     *     edit of a profile would make its policies blink
     */
    static PolicyOutcome of(
            RateLimitPolicy policy,
            ValidatedPolicy validated,
            DeliveryOutcome delivery,
            Optional<ProfileView> profile,
            boolean resolvedBefore) {
        return new PolicyOutcome(
                validated instanceof ValidatedPolicy.Invalid invalid
                        ? Optional.of(Problems.cause(invalid.problems()))
                        : Optional.empty(),
                delivery,
                profile,
                profileCause(policy.getSpec().profileRef().name(), profile, resolvedBefore),
                Warnings.none());
    }

    /** The same, with more to warn of. */
    PolicyOutcome warned(Warnings more) {
        return new PolicyOutcome(invalid, delivery, profile, profileCause, warnings.and(more));
    }

    /** @param wanted the spec's list */
    RestartPlan restarts(Optional<List<RestartTarget>> wanted) {
        return invalid.isEmpty() ? delivery.restarts(wanted) : RestartPlan.none();
    }

    /** What the ConfigMaps hold now. */
    List<Delivered> delivered() {
        return delivery.delivered();
    }

    /** What a later reconciliation may put right. The profile is watched, so that its becoming ready brings one. */
    List<Cause> causes() {
        List<Cause> own =
                Stream.concat(invalid.stream(), delivery.causes().stream()).toList();
        return own.isEmpty() ? profileCause.stream().toList() : own;
    }

    /** The first thing that keeps the policy from being ready, gravest first. */
    Optional<Cause> blockingCause() {
        return invalid.or(delivery::cause).or(() -> profileCause);
    }

    private static Optional<Cause> profileCause(String name, Optional<ProfileView> profile, boolean resolvedBefore) {
        if (profile.isEmpty()) {
            return Optional.of(new Cause(
                    Reason.PROFILE_NOT_FOUND,
                    "There is no CacheProfile " + Quote.whole(name)
                            + " in this namespace. The limits are delivered all the same;"
                            + " create the profile, or correct spec.profileRef.name."));
        }
        return profile.get().ready().orElse(resolvedBefore)
                ? Optional.empty()
                : Optional.of(new Cause(
                        Reason.PROFILE_NOT_READY,
                        "CacheProfile " + Quote.whole(name) + " is not Ready: its own conditions say why."));
    }
}
