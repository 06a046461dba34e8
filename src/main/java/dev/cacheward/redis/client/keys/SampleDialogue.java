package dev.cacheward.redis.client.keys;

import dev.cacheward.redis.client.Dialogue;
import dev.cacheward.redis.client.RedisSession;
import dev.cacheward.redis.client.StepFailure;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Asks how long some keys of a server still live: of the next few thousand keys, those that begin with one of the prefixes. It only
 * reads.
 *
 * @param from where the last sample has ended
 * @param prefixes a key belongs to the longest that it begins with
 * @param goesOn asked before each step
 */
public record SampleDialogue(ScanPosition from, List<String> prefixes, Pace pace, BooleanSupplier goesOn)
        implements Dialogue<SampleDialogue.Sample> {
    /** How many keys of the server are looked at. */
    static final int LOOKED_AT = 10_000;

    /** How many keys of one prefix are asked about: enough to see one in a hundred. */
    static final int ASKED = 500;

    /** Some applications set the time of a key by a second command: a key without one is asked again after this. */
    private static final Duration SECOND_LOOK = Duration.ofMillis(200);

    /**
     * What was found.
     *
     * @param next where the next sample begins
     * @param millis for each prefix the rest of the life of each key, in milliseconds; {@link #ENDLESS} for a key that never expires
     * @param lookups how many hits the server has counted for this
     */
    public record Sample(ScanPosition next, Map<String, List<Long>> millis, long lookups) {
        /** The life of a key that never expires. */
        public static final long ENDLESS = -1;
    }

    @Override
    public Sample hold(RedisSession session) throws StepFailure {
        KeyLives lives = new KeyLives(session, prefixes);
        KeyWalk walk = KeyWalk.begin(session, pace, () -> lives.seen() < LOOKED_AT && goesOn.getAsBoolean(), from);
        walk.go(List.of(), lives);
        if (lives.someAreEndless() && KeyWalk.rest(SECOND_LOOK)) {
            lives.askAgain();
        }
        return new Sample(walk.position(), lives.millis(), lives.lookups());
    }

    @Override
    public Duration limit(Duration usual) {
        return usual.plus(pace.slice()).plus(SECOND_LOOK);
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
