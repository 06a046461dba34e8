package dev.cacheward.cacheprofile.model;

import dev.cacheward.status.Cause;

/** The next step of a server's rollout. */
public sealed interface RolloutStep {
    /** The objects are written, which harms no server that works. */
    record Apply() implements RolloutStep {}

    /**
     * The change is tried out in a pod beside the server.
     *
     * @param cause what the status says meanwhile
     */
    record Preflight(Cause cause) implements RolloutStep {}

    /** The data is brought into the format of the new mode, and then the objects are written. */
    record MigrateData() implements RolloutStep {}

    /**
     * The server stays as it is.
     *
     * @param cause why, and what its author can do
     */
    record Hold(Cause cause) implements RolloutStep {}
}
