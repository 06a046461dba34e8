package dev.cacheward.cli.diagnose;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.ValidatedProfile;
import dev.cacheward.cacheprofile.plan.CacheProfileValidator;
import dev.cacheward.cacheprofile.plan.basics.BasicsValidator;
import dev.cacheward.cacheprofile.plan.external.ExternalValidator;
import dev.cacheward.delivery.TargetKeys;
import dev.cacheward.runtime.Settings;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Problems;
import dev.cacheward.status.Warnings;
import dev.cacheward.validation.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What the spec says, judged by the operator's own rules.
 *
 * @param invalid empty for a valid spec
 * @param deliveries what applications are to read; none of an invalid spec
 */
record SpecLook(Optional<Cause> invalid, Warnings warnings, List<TargetKeys> deliveries) {
    static SpecLook of(CacheProfile profile, Observed observed, Settings settings) {
        BasicsValidator basics = new BasicsValidator(settings.clusterDomain(), settings.bounds());
        return ExternalValidator.isExternal(profile)
                ? foreign(profile, basics)
                : managed(profile, observed, settings, basics);
    }

    private static SpecLook managed(
            CacheProfile profile, Observed observed, Settings settings, BasicsValidator basics) {
        ValidatedProfile validated = new CacheProfileValidator(settings.redis(), basics).validate(profile, observed);
        return validated instanceof ValidatedProfile.Valid valid
                ? new SpecLook(
                        Optional.empty(), valid.warnings(), valid.profile().deliveries())
                : invalid(((ValidatedProfile.Invalid) validated).problems());
    }

    /** What stands in Secrets is looked at by the check. */
    private static SpecLook foreign(CacheProfile profile, BasicsValidator basics) {
        BasicsValidator.Result result = basics.validate(profile);
        return result.problems().isEmpty()
                ? new SpecLook(
                        Optional.empty(), Warnings.none(), result.basics().deliveries())
                : invalid(result.problems());
    }

    private static SpecLook invalid(List<Problem> problems) {
        return new SpecLook(Optional.of(Problems.cause(problems)), Warnings.none(), List.of());
    }
}
