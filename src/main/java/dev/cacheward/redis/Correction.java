package dev.cacheward.redis;

import java.util.List;

/**
 * What a server is told that somebody has changed by hand.
 *
 * @param change the parameters and users of its files
 * @param foreignUsers the names of users that are in no file
 * @param promote whether it follows another server, which it must not
 */
public record Correction(LiveChange change, List<String> foreignUsers, boolean promote) {
    /** Keeps a copy. */
    public Correction {
        foreignUsers = List.copyOf(foreignUsers);
    }

    /** Whether there is nothing to tell. */
    public boolean isEmpty() {
        return change.isEmpty() && foreignUsers.isEmpty() && !promote;
    }
}
