package dev.cacheward.redis.client.inspect;

import dev.cacheward.redis.client.Dialogue;
import dev.cacheward.redis.client.RedisSession;
import dev.cacheward.redis.client.StepFailure;
import java.util.Comparator;
import java.util.List;

/** Asks for the last slow commands. The longest comes first. */
public final class SlowLogDialogue implements Dialogue<List<SlowCommand>> {
    private static final String MOST = "128";
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    @Override
    public int mostBytes(int usual) {
        return MOST_BYTES;
    }

    @Override
    public List<SlowCommand> hold(RedisSession session) throws StepFailure {
        return session.sendAs("SLOWLOG GET", "SLOWLOG", "GET", MOST).groups().stream()
                .flatMap(entry -> SlowCommand.of(entry).stream())
                .sorted(Comparator.comparingLong(SlowCommand::microseconds).reversed())
                .toList();
    }
}
