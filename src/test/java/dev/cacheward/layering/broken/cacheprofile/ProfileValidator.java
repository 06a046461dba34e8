package dev.cacheward.layering.broken.cacheprofile;

import dev.cacheward.layering.broken.ratelimitpolicy.PolicyPlan;

/** Asks the environment, and knows the other kind. */
public record ProfileValidator(PolicyPlan other) {
    /** Pure by its name only. */
    public String home() {
        return System.getenv("HOME");
    }
}
