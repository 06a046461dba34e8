package dev.cacheward.redis.client.keys;

import dev.cacheward.redis.client.Dialogue;
import dev.cacheward.redis.client.RedisSession;
import dev.cacheward.redis.client.StepFailure;
import dev.cacheward.status.Cause;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Deletes keys that match a pattern, for one slice of time. The operator's own keys stay. It sends SCAN and UNLINK, which hold the
 * server up for a moment only; the memory of a large value is freed by a thread of its own.
 *
 * @param from where the last slice has ended
 * @param pattern as SCAN takes it
 * @param goesOn asked before each step
 */
public record PurgeDialogue(ScanPosition from, String pattern, Pace pace, BooleanSupplier goesOn)
        implements Dialogue<PurgeDialogue.Slice> {
    /** What all keys of the operator begin with. */
    public static final String OWN = "cacheward:";

    /**
     * What one slice did.
     *
     * @param next where the next slice begins
     * @param deleted the number of keys
     * @param whole whether all keys of the server were seen, so that there is no next slice
     * @param trouble what has ended it before its time
     */
    public record Slice(ScanPosition next, long deleted, boolean whole, Optional<Cause> trouble) {}

    @Override
    public Slice hold(RedisSession session) throws StepFailure {
        KeyWalk walk = KeyWalk.begin(session, pace, goesOn, from);
        Deletion deletion = new Deletion(session);
        try {
            walk.go(List.of("MATCH", KeyWalk.bytes(pattern)), deletion);
            return new Slice(walk.position(), deletion.count, walk.whole(), Optional.empty());
        } catch (StepFailure e) {
            return new Slice(walk.position(), deletion.count, false, Optional.of(e.failure()));
        }
    }

    private static final class Deletion implements KeyWalk.Step {
        private final RedisSession session;
        private long count;

        Deletion(RedisSession session) {
            this.session = session;
        }

        @Override
        public void take(List<String> keys) throws StepFailure {
            String[] others = Stream.of(keys.toArray(String[]::new))
                    .filter(key -> !key.startsWith(OWN))
                    .toArray(String[]::new);
            if (others.length > 0) {
                count += session.send("UNLINK", others).number();
            }
        }
    }

    @Override
    public Duration limit(Duration usual) {
        return usual.plus(pace.slice());
    }

    @Override
    public int mostBytes(int usual) {
        return KeyWalk.MOST_BYTES;
    }

    @Override
    public Charset charset() {
        return KeyWalk.BYTES;
    }
}
