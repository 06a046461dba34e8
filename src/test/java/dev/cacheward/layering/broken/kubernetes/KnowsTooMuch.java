package dev.cacheward.layering.broken.kubernetes;

import dev.cacheward.layering.broken.cacheprofile.ProfileReader;
import dev.cacheward.layering.broken.health.HowItIs;
import dev.cacheward.layering.broken.ratelimitpolicy.PolicyPlan;

/** Knows both kinds, what is pure in one and what is not in the other, and the process. */
record KnowsTooMuch(ProfileReader world, PolicyPlan pure, HowItIs process) {}
