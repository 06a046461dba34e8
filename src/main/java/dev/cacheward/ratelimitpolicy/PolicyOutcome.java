package dev.cacheward.ratelimitpolicy;

import dev.cacheward.api.v1alpha1.Delivered;
import dev.cacheward.api.v1alpha1.RateLimitPolicy;
import dev.cacheward.api.v1alpha1.RestartTarget;
import dev.cacheward.configmap.DeliveryOutcome;
import dev.cacheward.delivery.PresetReport;
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
 * The results of one reconciliation of a policy.
 *
 * @param invalid why the spec is invalid; then nothing was written
 * @param delivery the result for the ConfigMaps
 * @param profile empty if there is no profile of that name
 * @param profileCause why the profile does not serve the policy
 * @param presets what the presets leave out
 * @param warnings messages that do not affect Ready
 */
record PolicyOutcome(
        Optional<Cause> invalid,
        DeliveryOutcome delivery,
        Optional<ProfileView> profile,
        Optional<Cause> profileCause,
        PresetReport presets,
        Warnings warnings) {

    /**
     * Derives the outcome from the results of the steps.
     *
     * @param resolvedBefore whether the profile was ready at the last reconciliation; this counts while the profile's own
     *     status is older than its spec, since otherwise every edit of a profile would make its policies unready for a moment
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
                validated instanceof ValidatedPolicy.Valid valid
                        ? valid.policy().presets()
                        : PresetReport.none(),
                Warnings.none());
    }

    /** Returns the same outcome with more warnings. */
    PolicyOutcome warned(Warnings more) {
        return new PolicyOutcome(invalid, delivery, profile, profileCause, presets, warnings.and(more));
    }

    /**
     * Returns the plan for the workloads; it restarts nothing if the spec is invalid. A changed connection counts only once the
     * profile is ready with it.
     *
     * @param wanted the list in the spec; empty if it has none
     * @param connection the published connection; empty if there is none
     */
    RestartPlan restarts(Optional<List<RestartTarget>> wanted, Optional<LimiterConnection> connection) {
        boolean ready = profile.flatMap(ProfileView::ready).orElse(false);
        return invalid.isEmpty()
                ? delivery.restarts(wanted).with(connection.flatMap(LimiterConnection::revision), ready)
                : RestartPlan.none();
    }

    /** Returns what the ConfigMaps hold now. */
    List<Delivered> delivered() {
        return delivery.delivered();
    }

    /**
     * Returns the causes that decide when the next reconciliation is due. The profile's cause counts only if there is no other,
     * since the profile is watched.
     */
    List<Cause> causes() {
        List<Cause> own =
                Stream.concat(invalid.stream(), delivery.causes().stream()).toList();
        return own.isEmpty() ? profileCause.stream().toList() : own;
    }

    /** Returns the gravest cause that keeps the policy from being ready. */
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
        if (profile.get().lacksScripts()) {
            return Optional.of(withoutScripts(name));
        }
        return profile.get().ready().orElse(resolvedBefore)
                ? Optional.empty()
                : Optional.of(new Cause(
                        Reason.PROFILE_NOT_READY,
                        "CacheProfile " + Quote.whole(name) + " is not Ready: its own conditions say why."));
    }

    private static Cause withoutScripts(String name) {
        return new Cause(
                Reason.CAPABILITY_MISSING,
                "The Redis of CacheProfile " + Quote.whole(name)
                        + " runs no scripts (EVAL), and most limiters count by one. The limits are delivered all the same: name a"
                        + " profile whose Redis runs scripts, or say that your limiter does without, by check.scripts: Optional in"
                        + " the profile's redis.external.");
    }
}
