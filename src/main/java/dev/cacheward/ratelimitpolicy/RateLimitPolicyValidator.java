package dev.cacheward.ratelimitpolicy;

import dev.cacheward.api.v1alpha1.LimitDelivery;
import dev.cacheward.api.v1alpha1.LimitMode;
import dev.cacheward.api.v1alpha1.RateLimitPolicy;
import dev.cacheward.api.v1alpha1.RateLimitPolicySpec;
import dev.cacheward.delivery.BoundsCheck;
import dev.cacheward.delivery.DeliveryRendering;
import dev.cacheward.delivery.LimitForm;
import dev.cacheward.delivery.Targets;
import dev.cacheward.delivery.value.EntryNames;
import dev.cacheward.delivery.value.LimitSettings;
import dev.cacheward.delivery.value.RateLimit;
import dev.cacheward.kubernetes.Owner;
import dev.cacheward.validation.Problem;
import dev.cacheward.validation.ResourceName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Turns a spec into a {@link Policy}, or returns all problems in it.
 *
 * @param bounds what limits may allow
 */
public record RateLimitPolicyValidator(BoundsCheck bounds) {
    /** Returns what a spec says, or everything that is wrong with it. */
    public ValidatedPolicy validate(RateLimitPolicy resource) {
        RateLimitPolicySpec spec = resource.getSpec();
        Owner owner = Owner.of(resource);
        List<Problem> problems = new ArrayList<>(ResourceName.check(owner.name()));
        Map<String, String> written = Optional.ofNullable(spec.limits()).orElse(Map.of());
        problems.addAll(EntryNames.check("spec.limits", written.keySet()));
        SortedMap<String, RateLimit> limits = limits(written, problems);
        List<LimitDelivery> items = LimitForm.items(spec.delivery(), owner.name() + "-limits");
        problems.addAll(Targets.checkModes(items));
        if (!problems.isEmpty()) {
            return new ValidatedPolicy.Invalid(problems);
        }
        LimitMode mode = Optional.ofNullable(spec.mode()).orElse(LimitMode.ENFORCE);
        DeliveryRendering rendering =
                DeliveryRendering.of(items, new LimitForm(new LimitSettings(owner.name(), mode, limits)));
        return rendering.problems().isEmpty()
                ? new ValidatedPolicy.Valid(new Policy(owner, rendering.targets(), rendering.presets()))
                : new ValidatedPolicy.Invalid(rendering.problems());
    }

    private SortedMap<String, RateLimit> limits(Map<String, String> written, List<Problem> problems) {
        SortedMap<String, RateLimit> limits = new TreeMap<>();
        new TreeMap<>(written)
                .forEach((name, text) -> RateLimit.parse(text)
                        .unless(bounds::check)
                        .either(
                                limit -> limits.put(name, limit),
                                message -> problems.add(new Problem("spec.limits." + name, message))));
        return limits;
    }
}
