package dev.cacheward.layering.broken.ratelimitpolicy;

import dev.cacheward.layering.broken.cacheprofile.ProfileValidator;

/** Knows the other kind. */
public record PolicyPlan(ProfileValidator other) {}
