package dev.cacheward.cacheprofile.model;

import dev.cacheward.status.Cause;

/** What is to be done about the server now. */
public sealed interface ServerStep {
    /** Write the objects; nothing that serves is harmed. */
    record Apply() implements ServerStep {}

    /**
     * Try the change out beside the server.
     *
     * @param cause what is said of it meanwhile
     */
    record TryOut(Cause cause) implements ServerStep {}

    /** Bring the data into the form that the new mode reads, then apply. */
    record SwitchData() implements ServerStep {}

    /**
     * Leave the server as it is.
     *
     * @param cause why, and what its author can do
     */
    record Hold(Cause cause) implements ServerStep {}
}
