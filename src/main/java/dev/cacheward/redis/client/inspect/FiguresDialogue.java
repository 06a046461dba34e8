package dev.cacheward.redis.client.inspect;

import dev.cacheward.redis.client.Dialogue;
import dev.cacheward.redis.client.RedisSession;
import dev.cacheward.redis.client.StepFailure;

/** Asks for all numbers that INFO has. A server that knows one section at most is asked for its usual ones. */
public final class FiguresDialogue implements Dialogue<Figures> {
    private static final int MOST_BYTES = 2 * 1024 * 1024;

    @Override
    public int mostBytes(int usual) {
        return MOST_BYTES;
    }

    @Override
    public Figures hold(RedisSession session) throws StepFailure {
        try {
            return Figures.parse(session.send("INFO", "everything").text());
        } catch (StepFailure refused) {
            if (refused.reply().isEmpty()) {
                throw refused;
            }
            return Figures.parse(session.send("INFO").text());
        }
    }
}
