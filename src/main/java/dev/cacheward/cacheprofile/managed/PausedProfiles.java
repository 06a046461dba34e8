package dev.cacheward.cacheprofile.managed;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.CacheProfileStatus;
import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.ServerDrift;
import dev.cacheward.cacheprofile.model.ValidatedProfile;
import dev.cacheward.cacheprofile.plan.CacheProfileValidator;
import dev.cacheward.cacheprofile.plan.drift.DriftPlanner;
import dev.cacheward.cacheprofile.plan.external.ExternalValidator;
import dev.cacheward.cacheprofile.report.CacheProfileStatusFactory;
import dev.cacheward.status.PreviousStatus;
import dev.cacheward.telemetry.ResourceKey;
import dev.cacheward.telemetry.redis.ServerTelemetry;
import java.time.Clock;

/** Looks at the servers of paused profiles. What somebody changes there is told, and stays. */
final class PausedProfiles {
    private final Observer observer;
    private final CacheProfileValidator validator;
    private final ServerTelemetry servers;
    private final Clock clock;

    /** @param servers is told what somebody has changed */
    PausedProfiles(Observer observer, CacheProfileValidator validator, ServerTelemetry servers, Clock clock) {
        this.observer = observer;
        this.validator = validator;
        this.servers = servers;
        this.clock = clock;
    }

    CacheProfileStatus status(CacheProfile profile, PreviousStatus<CacheProfileStatus> before) {
        if (ExternalValidator.isExternal(profile)) {
            return CacheProfileStatusFactory.paused(profile, before, ServerDrift.unknown(), clock.instant());
        }
        Observed observed = observer.observePaused(profile);
        ServerDrift drift = validator.validate(profile, observed) instanceof ValidatedProfile.Valid valid
                ? DriftPlanner.whilePaused(valid.profile().server().settings(), observed)
                : ServerDrift.unknown();
        if (drift.isKnown()) {
            servers.drifted(ResourceKey.of(profile), drift.found());
        }
        return CacheProfileStatusFactory.paused(profile, before, drift, clock.instant());
    }
}
