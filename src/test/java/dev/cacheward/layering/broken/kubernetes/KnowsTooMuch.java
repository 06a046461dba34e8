package dev.cacheward.layering.broken.kubernetes;

import dev.cacheward.layering.broken.health.HowItIs;
import dev.cacheward.layering.broken.ratelimitpolicy.PolicyPlan;

/** Knows a kind, and the process. */
record KnowsTooMuch(PolicyPlan kind, HowItIs process) {}
