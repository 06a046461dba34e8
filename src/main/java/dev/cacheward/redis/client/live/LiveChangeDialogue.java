package dev.cacheward.redis.client.live;

import dev.cacheward.redis.LiveChange;
import dev.cacheward.redis.client.ConfigDialogue;
import dev.cacheward.redis.client.Dialogue;
import dev.cacheward.redis.client.RedisSession;
import dev.cacheward.redis.client.StepFailure;
import java.util.List;

/**
 * Tells a running server what has changed: all parameters by one command, so that all or none are set, and then each user by
 * one. To tell it twice does no harm.
 *
 * @param configCommand the name of CONFIG on this server
 */
public record LiveChangeDialogue(String configCommand, LiveChange change) implements Dialogue<Boolean> {
    @Override
    public Boolean hold(RedisSession session) throws StepFailure {
        if (!change.parameters().isEmpty()) {
            new ConfigDialogue(configCommand, change.parameters()).hold(session);
        }
        for (String user : change.users()) {
            setUser(session, user);
        }
        return true;
    }

    /** A line of the file is the word "user", and then what the command takes. */
    private static void setUser(RedisSession session, String line) throws StepFailure {
        List<String> words = List.of(line.split(" "));
        String[] arguments = words.toArray(String[]::new);
        arguments[0] = "SETUSER";
        session.sendAs("ACL SETUSER", "ACL", arguments).text();
    }

    /** Leaves out what is secret. */
    @Override
    public String toString() {
        return change.toString();
    }
}
