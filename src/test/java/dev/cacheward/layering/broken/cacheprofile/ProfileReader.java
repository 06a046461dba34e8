package dev.cacheward.layering.broken.cacheprofile;

import dev.cacheward.layering.broken.ratelimitpolicy.PolicyPlan;

/** Knows the other kind. */
public record ProfileReader(PolicyPlan other) {}
