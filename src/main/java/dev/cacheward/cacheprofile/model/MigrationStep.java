package dev.cacheward.cacheprofile.model;

import dev.cacheward.status.Cause;
import java.util.Optional;

/** The next step by which a running server brings its data into the format of another persistence mode. */
public sealed interface MigrationStep {
    /** All data is there in that format. */
    record Done() implements MigrationStep {}

    /** @param cause why the server must not be restarted yet, while nothing has to be sent */
    record Await(Cause cause) implements MigrationStep {}

    /** Have the server write an append-only file from now on. */
    record EnableAppendOnly() implements MigrationStep {}

    /**
     * Have the server write a snapshot.
     *
     * @param last the snapshot that does not count
     * @param failed why an earlier one was not written; empty if this is the first
     */
    record StartSnapshot(Snapshot last, Optional<Cause> failed) implements MigrationStep {}
}
