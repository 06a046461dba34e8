package dev.cacheward.redis.client.live;

import dev.cacheward.redis.LiveChange;
import dev.cacheward.redis.client.ConfigDialogue;
import dev.cacheward.redis.client.Dialogue;
import dev.cacheward.redis.client.RedisSession;
import dev.cacheward.redis.client.StepFailure;
import java.time.Duration;

/**
 * Tells a running server what has changed: all parameters by one command, so that all or none are set, and then each user by
 * one, and then old connections are ended. To tell it twice does no harm.
 *
 * @param configCommand the name of CONFIG on this server
 */
public record LiveChangeDialogue(String configCommand, LiveChange change) implements Dialogue<Boolean> {
    /** The time to list and end ten thousand connections. */
    private static final Duration LISTING = Duration.ofSeconds(20);

    private static final int LIST_BYTES = 8 * 1024 * 1024;

    @Override
    public Boolean hold(RedisSession session) throws StepFailure {
        if (!change.parameters().isEmpty()) {
            new ConfigDialogue(configCommand, change.parameters()).hold(session);
        }
        for (String user : change.users()) {
            SetUser.as(session, user);
        }
        if (change.cut().isPresent()) {
            new CutDialogue(change.cut().get()).hold(session);
        }
        return true;
    }

    @Override
    public Duration limit(Duration usual) {
        return change.cut().isPresent() ? LISTING : usual;
    }

    /** A list of connections has some hundred bytes for each. */
    @Override
    public int mostBytes(int usual) {
        return change.cut().isPresent() ? LIST_BYTES : usual;
    }

    /** Leaves out what is secret. */
    @Override
    public String toString() {
        return change.toString();
    }
}
