package dev.cacheward.cacheprofile.report;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.CacheProfileStatus;
import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.api.v1alpha1.Delivered;
import dev.cacheward.cacheprofile.model.Applied;
import dev.cacheward.cacheprofile.model.Availability;
import dev.cacheward.cacheprofile.model.ObservedBuilder;
import dev.cacheward.cacheprofile.model.UserSecret;
import dev.cacheward.cacheprofile.model.ValidatedProfile;
import dev.cacheward.cacheprofile.plan.ProfilePlan;
import dev.cacheward.cacheprofile.plan.SampleProfiles;
import dev.cacheward.configmap.DeliveryOutcome;
import dev.cacheward.delivery.TargetKeys;
import dev.cacheward.redis.Product;
import dev.cacheward.redis.ServerVersion;
import dev.cacheward.runtime.ClusterDomain;
import dev.cacheward.status.Cause;
import dev.cacheward.status.PreviousStatus;
import dev.cacheward.status.Warnings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Outcomes of reconciliations of one valid profile and their statuses. */
public final class ProfileOutcomes {
    static final CacheProfile PROFILE = SampleProfiles.minimal();
    static final ProfilePlan PLAN =
            SampleProfiles.plan(PROFILE, ObservedBuilder.nothing().observed());
    static final UserSecret GENERATED = new UserSecret.NotAsked();
    static final PreviousStatus<CacheProfileStatus> FIRST = new PreviousStatus<>(Optional.empty());
    static final Availability PASSED =
            new Availability(Optional.empty(), Optional.of(new ServerVersion(Product.REDIS, 8, 0, 6)));

    private ProfileOutcomes() {}

    static Applied written() {
        return new Applied(delivery(Optional.empty(), delivered()), Optional.empty(), true);
    }

    public static DeliveryOutcome delivery(Optional<Cause> trouble, List<Delivered> delivered) {
        return new DeliveryOutcome(trouble.stream().toList(), trouble.isEmpty(), Set.of(), false, delivered, List.of());
    }

    static List<Delivered> delivered() {
        return PLAN.deliveries().stream().map(TargetKeys::delivered).toList();
    }

    static ProfileOutcome outcome(Applied applied, Availability availability) {
        return ProfileOutcome.of(
                new ValidatedProfile.Valid(SampleProfiles.valid(PROFILE), Warnings.none()),
                GENERATED,
                applied,
                Optional.of(availability));
    }

    static CacheProfileStatus status(PreviousStatus<CacheProfileStatus> before, ProfileOutcome outcome) {
        return status(before, outcome, ClusterDomain.DEFAULT, ObservedBuilder.NOW);
    }

    static CacheProfileStatus status(
            PreviousStatus<CacheProfileStatus> before, ProfileOutcome outcome, ClusterDomain domain, Instant now) {
        RedisReport redis = new CacheProfileStatusFactory(domain)
                .managed(PROFILE, before, outcome, ObservedBuilder.nothing().observed());
        return CacheProfileStatusFactory.status(PROFILE, before, outcome, redis, now);
    }

    static List<String> summary(CacheProfileStatus status) {
        return status.conditions().stream()
                .map(condition -> condition.type() + "=" + condition.status() + " " + condition.reason())
                .toList();
    }

    static String message(CacheProfileStatus status, String type) {
        return status.conditions().stream()
                .filter(condition -> condition.type().equals(type))
                .map(Condition::message)
                .findFirst()
                .orElseThrow();
    }
}
