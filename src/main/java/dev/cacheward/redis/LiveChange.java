package dev.cacheward.redis;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a running server is told, so that it is as if it had been started with other files.
 *
 * @param parameters for one CONFIG SET, name to raw value
 * @param users lines of an ACL file, each of which replaces its user
 * @param cut the connections that are ended after that; empty if all go on
 */
public record LiveChange(SortedMap<String, String> parameters, List<String> users, Optional<ConnectionCut> cut) {
    /** Keeps copies. */
    public LiveChange {
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        users = List.copyOf(users);
    }

    /** Ends no connection. */
    public LiveChange(SortedMap<String, String> parameters, List<String> users) {
        this(parameters, users, Optional.empty());
    }

    /** Returns the same change, which ends connections at its end. */
    public LiveChange cutting(ConnectionCut connections) {
        return new LiveChange(parameters, users, Optional.of(connections));
    }

    /** Returns what tells nothing. */
    public static LiveChange none() {
        return new LiveChange(Collections.emptySortedMap(), List.of());
    }

    /** Whether there is nothing to tell. */
    public boolean isEmpty() {
        return parameters.isEmpty() && users.isEmpty();
    }

    /** Leaves out the values, and the users with the hashes of their passwords. */
    @Override
    public String toString() {
        return "LiveChange" + parameters.keySet();
    }
}
