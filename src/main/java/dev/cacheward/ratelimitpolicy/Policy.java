package dev.cacheward.ratelimitpolicy;

import dev.cacheward.api.v1alpha1.LimitMode;
import dev.cacheward.delivery.DeliveredKeys;
import dev.cacheward.delivery.Target;
import dev.cacheward.delivery.TargetKeys;
import dev.cacheward.delivery.value.RateLimit;
import dev.cacheward.kubernetes.Owner;
import java.util.List;
import java.util.SortedMap;

/** A valid RateLimitPolicy with all defaults resolved. */
record Policy(Owner owner, LimitMode mode, SortedMap<String, RateLimit> limits, List<Target> targets) {
    /** Returns the keys of each target. */
    List<TargetKeys> deliveries() {
        return targets.stream()
                .map(target -> new TargetKeys(target, DeliveredKeys.ofLimits(mode, limits, target.formats())))
                .toList();
    }
}
