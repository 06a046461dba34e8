package dev.cacheward.cacheprofile;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.CacheProfileStatus;
import dev.cacheward.cacheprofile.report.CacheProfileStatusFactory;
import dev.cacheward.cacheprofile.report.ProfileOutcome;
import dev.cacheward.cacheprofile.report.ProfileResult;
import dev.cacheward.delivery.RestartPlan;
import dev.cacheward.drift.Tries;
import dev.cacheward.kubernetes.ResourceAnnotations;
import dev.cacheward.reconcile.ResourceLifecycle;
import dev.cacheward.restart.RestartResult;
import dev.cacheward.restart.Restarts;
import dev.cacheward.status.Cause;
import dev.cacheward.status.PreviousStatus;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Ends a reconciliation: restarts the workloads whose pods have read older values, and makes the status. */
final class Conclusion {
    private final Restarts restarts;
    private final Tries tries;
    private final Clock clock;

    Conclusion(KubernetesClient client, Clock clock, Tries tries) {
        this.restarts = new Restarts(client, clock, tries);
        this.tries = tries;
        this.clock = clock;
    }

    /** @param looked when the reconciliation began */
    ResourceLifecycle.Result<CacheProfileStatus> of(
            CacheProfile profile, PreviousStatus<CacheProfileStatus> before, ProfileResult result, Instant looked) {
        ProfileOutcome outcome = result.outcome();
        RestartPlan due = outcome.restarts(Optional.ofNullable(profile.getSpec().restart()), result.revision()); // pure
        RestartResult restarted = restarts.apply(profile, due, looked); // reads and marks the named workloads
        ProfileOutcome all = outcome.warned(restarted.warnings())
                .warned(tries.warnings(profile.getMetadata().getUid()))
                .warned(ResourceAnnotations.warnings(profile));
        CacheProfileStatus status =
                CacheProfileStatusFactory.status(profile, before, all, result.redis(), clock.instant()); // pure
        Optional<Duration> again = Stream.of(result.again(), restarted.again())
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
        return new ResourceLifecycle.Result<>(status, outcome.causes(), again);
    }

    /** Returns the status of a profile that could not be reconciled. */
    CacheProfileStatus failed(CacheProfile profile, PreviousStatus<CacheProfileStatus> before, Cause cause) {
        return CacheProfileStatusFactory.failed(profile, before, cause, clock.instant());
    }

    /** Forgets a profile that is deleted or paused. */
    void forget(CacheProfile profile) {
        restarts.forget(profile);
    }
}
