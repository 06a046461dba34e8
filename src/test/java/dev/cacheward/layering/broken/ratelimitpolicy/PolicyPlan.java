package dev.cacheward.layering.broken.ratelimitpolicy;

import dev.cacheward.layering.broken.cacheprofile.ProfileReader;

/** Knows the other kind, and asks the environment though its name is not among those that may. */
public record PolicyPlan(ProfileReader other) {
    /** Where the process was started. */
    public String home() {
        return System.getenv("HOME");
    }
}
