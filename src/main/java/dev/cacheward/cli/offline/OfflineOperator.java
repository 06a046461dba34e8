package dev.cacheward.cli.offline;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.RateLimitPolicy;
import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.ValidatedProfile;
import dev.cacheward.cacheprofile.model.external.References;
import dev.cacheward.cacheprofile.plan.CacheProfileValidator;
import dev.cacheward.cacheprofile.plan.basics.BasicsValidator;
import dev.cacheward.cacheprofile.plan.external.ExternalValidator;
import dev.cacheward.cacheprofile.plan.external.ValidatedExternal;
import dev.cacheward.delivery.BoundsCheck;
import dev.cacheward.ratelimitpolicy.RateLimitPolicyValidator;
import dev.cacheward.ratelimitpolicy.ValidatedPolicy;
import dev.cacheward.runtime.Settings;
import java.time.Instant;
import java.util.List;

/** Validates resources as the operator does at its first look. */
public final class OfflineOperator {
    private final CacheProfileValidator managed;
    private final ExternalValidator external;
    private final RateLimitPolicyValidator policies;

    /** @param settings of the operator that is to look after the resources */
    public OfflineOperator(Settings settings) {
        BasicsValidator basics = new BasicsValidator(settings.clusterDomain(), settings.bounds());
        this.managed = new CacheProfileValidator(settings.redis(), basics);
        this.external = new ExternalValidator(basics);
        this.policies = new RateLimitPolicyValidator(new BoundsCheck(settings.bounds()));
    }

    /** Returns what is observed of a profile that has just been created. */
    public static Observed nothing(CacheProfile profile) {
        return Observed.nothing(Observed.Look.at(profile, List.of(), Instant.EPOCH));
    }

    /** Validates a profile whose Redis the operator runs. */
    public ValidatedProfile managed(CacheProfile profile) {
        return managed.validate(profile, nothing(profile));
    }

    /** Validates a profile whose Redis somebody else runs. */
    public ValidatedExternal external(CacheProfile profile, References references) {
        return external.validate(profile, references);
    }

    /** Validates a policy. */
    public ValidatedPolicy policy(RateLimitPolicy policy) {
        return policies.validate(policy);
    }
}
