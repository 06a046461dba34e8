package dev.cacheward.redis.client.live;

import dev.cacheward.redis.UserLine;
import java.util.List;

/**
 * What is asked about the users of a server.
 *
 * @param file the users of its ACL file; nothing is asked if there is none
 * @param runId of the server whose users are known to have been right
 * @param right these users
 * @param tries whether the server may be told trial users for a moment
 */
public record UserQuestion(List<UserLine> file, String runId, List<UserLine> right, boolean tries) {
    /** Keeps copies. */
    public UserQuestion {
        file = List.copyOf(file);
        right = List.copyOf(right);
    }

    /** Asks nothing. */
    public static UserQuestion none() {
        return new UserQuestion(List.of(), "", List.of(), false);
    }

    boolean isAnsweredBy(String running, List<UserLine> found) {
        return !tries || runId.equals(running) && right.equals(found);
    }
}
