package dev.cacheward.ratelimitpolicy;

import dev.cacheward.api.v1alpha1.Delivered;
import dev.cacheward.api.v1alpha1.DeliveryMode;
import dev.cacheward.api.v1alpha1.LimitMode;
import dev.cacheward.delivery.DeliveredKeys;
import dev.cacheward.delivery.RateLimit;
import dev.cacheward.delivery.Target;
import dev.cacheward.kubernetes.Owner;
import java.util.List;
import java.util.SortedMap;

/** A RateLimitPolicy that obeys every rule, with all defaults resolved. */
record Policy(Owner owner, LimitMode mode, SortedMap<String, RateLimit> limits, List<Target> targets) {
    SortedMap<String, String> keys(Target target) {
        return DeliveredKeys.ofLimits(mode, limits, target.formats());
    }

    /** What the ConfigMaps hold when they are written. */
    List<Delivered> delivered() {
        return targets.stream().map(this::delivered).toList();
    }

    private Delivered delivered(Target target) {
        SortedMap<String, String> keys = keys(target);
        return new Delivered(
                target.configMap(),
                DeliveryMode.OWN,
                List.copyOf(target.formats()),
                keys.size(),
                DeliveredKeys.hash(keys));
    }
}
