package dev.cacheward.redis.client.live;

import dev.cacheward.redis.UserLine;
import java.util.List;

/**
 * The users of a server.
 *
 * @param refused whether the server does not let the operator ask for them
 * @param lines all users; empty if it was refused
 * @param forms the rules of the users of the file, in the words of this server and in the order of the file; empty if they were
 *     not asked for
 */
public record UserList(boolean refused, List<UserLine> lines, List<UserLine> forms) {
    /** Keeps copies. */
    public UserList {
        lines = List.copyOf(lines);
        forms = List.copyOf(forms);
    }
}
