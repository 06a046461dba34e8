package dev.cacheward.cli.diff;

import dev.cacheward.api.v1alpha1.RateLimitPolicy;
import dev.cacheward.cli.diff.report.ObjectChange;
import dev.cacheward.cli.diff.report.ResourceDiff;
import dev.cacheward.delivery.BoundsCheck;
import dev.cacheward.delivery.TargetKeys;
import dev.cacheward.ratelimitpolicy.RateLimitPolicyValidator;
import dev.cacheward.ratelimitpolicy.ValidatedPolicy;
import dev.cacheward.runtime.Settings;
import dev.cacheward.validation.Problem;
import java.util.List;
import java.util.Optional;

/** Finds out what an edit of a policy does. */
final class PolicyDiff {
    private final RateLimitPolicyValidator validator;

    PolicyDiff(Settings settings) {
        this.validator = new RateLimitPolicyValidator(new BoundsCheck(settings.bounds()));
    }

    /** @param edited as the API server would have it */
    ResourceDiff of(Manifest file, Optional<RateLimitPolicy> live, RateLimitPolicy edited) {
        ValidatedPolicy after = validator.validate(edited);
        if (after instanceof ValidatedPolicy.Invalid invalid) {
            return ResourceDiff.refused(
                    file.resource(),
                    file.file(),
                    invalid.problems().stream().map(Problem::toString).toList());
        }
        List<ObjectChange> objects = ObjectChanges.between(
                ProfileView.maps(live.map(validator::validate)
                        .map(PolicyDiff::deliveries)
                        .orElse(List.of())),
                ProfileView.maps(deliveries(after)));
        boolean restarts = live.isPresent() && !objects.isEmpty();
        return new ResourceDiff(
                file.resource(),
                file.file(),
                List.of(),
                FieldChanges.between("spec", live.map(RateLimitPolicy::getSpec).orElse(null), edited.getSpec(), false),
                Optional.empty(),
                List.of(),
                objects,
                restarts ? ProfileDiff.names(edited.getSpec().restart()) : List.of(),
                List.of());
    }

    private static List<TargetKeys> deliveries(ValidatedPolicy policy) {
        return policy instanceof ValidatedPolicy.Valid valid ? valid.policy().deliveries() : List.of();
    }
}
