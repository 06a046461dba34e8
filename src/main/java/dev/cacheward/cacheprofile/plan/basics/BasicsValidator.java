package dev.cacheward.cacheprofile.plan.basics;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.CacheProfileSpec;
import dev.cacheward.api.v1alpha1.Publication;
import dev.cacheward.api.v1alpha1.TtlDelivery;
import dev.cacheward.cacheprofile.model.ChildNames;
import dev.cacheward.cacheprofile.model.ProfileBasics;
import dev.cacheward.cacheprofile.plan.hygiene.Keyspaces;
import dev.cacheward.delivery.BoundsCheck;
import dev.cacheward.delivery.DeliveryRendering;
import dev.cacheward.delivery.Targets;
import dev.cacheward.delivery.TtlForm;
import dev.cacheward.kubernetes.Owner;
import dev.cacheward.runtime.ClusterDomain;
import dev.cacheward.validation.Bounds;
import dev.cacheward.validation.Problem;
import dev.cacheward.validation.Quote;
import dev.cacheward.validation.ResourceName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks the part of a spec that does not depend on where the Redis is. */
public final class BasicsValidator {
    private static final Pattern PREFIX = Pattern.compile("[A-Z][A-Z0-9_]{0,30}_");

    private final ClusterDomain domain;
    private final BoundsCheck bounds;

    /** @param bounds what TTLs may be */
    public BasicsValidator(ClusterDomain domain, Bounds bounds) {
        this.domain = domain;
        this.bounds = new BoundsCheck(bounds);
    }

    /** @param basics not to be used if there is a problem */
    public record Result(ProfileBasics basics, List<Problem> problems) {}

    /** Returns what the spec says, and everything that is wrong with it. */
    public Result validate(CacheProfile resource) {
        CacheProfileSpec spec = resource.getSpec();
        Owner owner = Owner.of(resource);
        ChildNames names = new ChildNames(owner.name());
        List<Problem> problems = new ArrayList<>(ResourceName.check(owner.name()));
        TtlEntries entries = TtlEntries.of(spec, bounds);
        problems.addAll(entries.problems());
        problems.addAll(Keyspaces.check(spec));
        List<TtlDelivery> items = TtlForm.items(spec.delivery(), names.cache());
        problems.addAll(Targets.check(items, Set.of(names.conf())));
        problems.addAll(Targets.checkModes(items));
        DeliveryRendering delivery = entries.rendered(items, isEnabled(spec));
        problems.addAll(delivery.problems());
        problems.addAll(checkPrefix(prefix(spec)));
        return new Result(
                new ProfileBasics(owner, entries.ttls(), delivery.targets(), delivery.presets(), prefix(spec), domain),
                problems);
    }

    private static boolean isEnabled(CacheProfileSpec spec) {
        return Optional.ofNullable(spec.enabled()).orElse(true);
    }

    private static String prefix(CacheProfileSpec spec) {
        return Optional.ofNullable(spec.binding()).map(Publication::envPrefix).orElse("");
    }

    private static List<Problem> checkPrefix(String prefix) {
        return prefix.isEmpty() || PREFIX.matcher(prefix).matches()
                ? List.of()
                : List.of(new Problem(
                        "spec.binding.envPrefix",
                        Quote.of(prefix)
                                + " is not a prefix of variables: allowed are upper case letters, digits and '_', a"
                                + " letter first and '_' at the end (such as LIMITS_), at most 32 characters"));
    }
}
