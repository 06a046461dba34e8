package dev.cacheward.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;

/** What became of one desired object. */
public sealed interface WriteResult {
    /** @param object as it is on the server now */
    record Holds(HasMetadata object) implements WriteResult {}

    /** An object of that name belongs to somebody else and was not touched. */
    record Taken(String kind, String name) implements WriteResult {}

    /** What a deleted resource of the same name left is still there; it goes by itself. */
    record Going(String kind, String name) implements WriteResult {}

    /** @param message the API server's own words: quota, admission, a missing permission, an invalid object */
    record Refused(String kind, String name, String message) implements WriteResult {}
}
