package dev.cacheward.ratelimitpolicy;

import dev.cacheward.delivery.PresetReport;
import dev.cacheward.delivery.TargetKeys;
import dev.cacheward.kubernetes.Owner;
import java.util.List;

/** A valid RateLimitPolicy with all defaults resolved. */
public record Policy(Owner owner, List<TargetKeys> deliveries, PresetReport presets) {}
