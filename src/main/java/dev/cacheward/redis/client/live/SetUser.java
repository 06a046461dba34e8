package dev.cacheward.redis.client.live;

import dev.cacheward.redis.client.RedisSession;
import dev.cacheward.redis.client.StepFailure;
import java.util.List;

/** Sets a user of a running server. */
final class SetUser {
    private static final String STEP = "ACL SETUSER";

    private SetUser() {}

    /** @param line of an ACL file: the word "user", and then what the command takes */
    static void as(RedisSession session, String line) throws StepFailure {
        List<String> words = List.of(line.split(" "));
        String[] arguments = words.toArray(String[]::new);
        arguments[0] = "SETUSER";
        session.sendAs(STEP, "ACL", arguments).text();
    }

    /** @param rule is added to those that the user has */
    static void with(RedisSession session, String user, String rule) throws StepFailure {
        session.sendAs(STEP, "ACL", "SETUSER", user, rule).text();
    }
}
