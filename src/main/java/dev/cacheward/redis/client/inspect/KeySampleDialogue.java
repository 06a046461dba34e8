package dev.cacheward.redis.client.inspect;

import dev.cacheward.redis.client.Dialogue;
import dev.cacheward.redis.client.RedisSession;
import dev.cacheward.redis.client.StepFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks at some keys with SCAN, PTTL and MEMORY USAGE, a few at a time with a pause after each, so that other clients hardly
 * notice. It ends at the number that was asked for, at the last key, or after a bounded number of steps.
 */
public final class KeySampleDialogue implements Dialogue<KeySample> {
    private static final int AT_ONCE = 50;

    /** A table that has lost most of its keys takes many steps to find one. */
    private static final int MOST_EMPTY_STEPS = 200;

    private static final int MOST_BYTES = 64 * 1024 * 1024;
    private static final String START = "0";
    private static final char UNREADABLE = '\uFFFD';

    private final int most;
    private final Runnable pause;

    /**
     * @param most how many keys to look at; about so many
     * @param pause is called after each step, and returns when the next one may follow
     */
    public KeySampleDialogue(int most, Runnable pause) {
        this.most = most;
        this.pause = pause;
    }

    @Override
    public Duration limit(Duration usual) {
        return usual.plusSeconds(30);
    }

    @Override
    public int mostBytes(int usual) {
        return MOST_BYTES;
    }

    @Override
    public KeySample hold(RedisSession session) throws StepFailure {
        List<KeySample.Key> keys = new ArrayList<>();
        Set<String> met = new LinkedHashSet<>();
        int unreadable = 0;
        int empty = 0;
        String cursor = START;
        do {
            List<String> answer = session.send("SCAN", cursor, "COUNT", String.valueOf(AT_ONCE))
                    .texts();
            cursor = answer.isEmpty() ? START : answer.get(0);
            List<String> names = answer.stream().skip(1).filter(met::add).toList();
            List<String> readable =
                    names.stream().filter(name -> name.indexOf(UNREADABLE) < 0).toList();
            unreadable += names.size() - readable.size();
            empty = names.isEmpty() ? empty + 1 : 0;
            keys.addAll(look(session, readable));
            pause.run();
        } while (!cursor.equals(START) && met.size() < most && empty < MOST_EMPTY_STEPS);
        return new KeySample(keys, cursor.equals(START), unreadable);
    }

    /** Asks about all of them in one round trip. A key that has expired meanwhile is left out. */
    private static List<KeySample.Key> look(RedisSession session, List<String> names) throws StepFailure {
        List<RedisSession.Answer> lifetimes = new ArrayList<>();
        List<RedisSession.Answer> sizes = new ArrayList<>();
        for (String name : names) {
            lifetimes.add(session.send("PTTL", name));
            sizes.add(session.sendAs("MEMORY USAGE", "MEMORY", "USAGE", name));
        }
        List<KeySample.Key> keys = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            long lifetime = lifetimes.get(i).number();
            Optional<Long> bytes = bytes(sizes.get(i));
            if (lifetime > -2) {
                keys.add(new KeySample.Key(
                        names.get(i), bytes, Optional.of(lifetime).filter(left -> left >= 0)));
            }
        }
        return keys;
    }

    /** Some servers do not know the command, and some profiles disable it. */
    private static Optional<Long> bytes(RedisSession.Answer answer) throws StepFailure {
        try {
            return Optional.of(answer.number());
        } catch (StepFailure refused) {
            if (refused.trouble() == StepFailure.Trouble.ERROR
                    || refused.trouble() == StepFailure.Trouble.WRONG_ANSWER) {
                return Optional.empty();
            }
            throw refused;
        }
    }
}
