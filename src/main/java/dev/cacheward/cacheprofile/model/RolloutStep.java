package dev.cacheward.cacheprofile.model;

import dev.cacheward.status.Cause;

/** What is to be done about the server now. */
public sealed interface RolloutStep {
    /** Write the objects; nothing that serves is harmed. */
    record Apply() implements RolloutStep {}

    /**
     * Try the change out beside the server.
     *
     * @param cause what is said of it meanwhile
     */
    record Preflight(Cause cause) implements RolloutStep {}

    /** Bring the data into the form that the new mode reads, then apply. */
    record MigrateData() implements RolloutStep {}

    /**
     * Leave the server as it is.
     *
     * @param cause why, and what its author can do
     */
    record Hold(Cause cause) implements RolloutStep {}
}
