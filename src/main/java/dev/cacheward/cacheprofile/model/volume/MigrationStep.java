package dev.cacheward.cacheprofile.model.volume;

import dev.cacheward.status.Cause;
import java.util.Optional;

/** The next step by which a running server brings its data into the format of another persistence mode. */
public sealed interface MigrationStep {
    /** All data is in that format. */
    record Done() implements MigrationStep {}

    /**
     * Nothing has to be sent, but the server must not be restarted yet.
     *
     * @param cause why not
     */
    record Await(Cause cause) implements MigrationStep {}

    /** The server must be told to write an append-only file from now on. */
    record EnableAppendOnly() implements MigrationStep {}

    /**
     * The server must be told to write a snapshot.
     *
     * @param last the last snapshot before, which does not count
     * @param failed why an earlier one was not written; empty if this is the first
     */
    record StartSnapshot(Snapshot last, Optional<Cause> failed) implements MigrationStep {}
}
