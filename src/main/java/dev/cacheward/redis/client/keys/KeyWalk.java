package dev.cacheward.redis.client.keys;

import dev.cacheward.redis.client.RedisSession;
import dev.cacheward.redis.client.ServerInfo;
import dev.cacheward.redis.client.StepFailure;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Walks over the keys of a server on one connection: SCAN, what is done with its keys, and a rest, again and again. */
final class KeyWalk {
    /** Has a character for each byte, so that the name of each key comes back as it was. */
    static final Charset BYTES = StandardCharsets.ISO_8859_1;

    /** A walk ends once it has read so many bytes of names, so that its connection stays far below {@link #MOST_BYTES}. */
    private static final long NAMES = 1024 * 1024;

    /** What a server may send in one walk: room for names of some 30 KiB each in the last step. */
    static final int MOST_BYTES = 4 * 1024 * 1024;

    private final RedisSession session;
    private final Pace pace;
    private final BooleanSupplier goesOn;
    private final long begun = System.nanoTime();
    private ScanPosition position;
    private long names;
    private boolean whole;

    private KeyWalk(RedisSession session, Pace pace, BooleanSupplier goesOn, ScanPosition position) {
        this.session = session;
        this.pace = pace;
        this.goesOn = goesOn;
        this.position = position;
    }

    /** What is done with the keys of one step. */
    @FunctionalInterface
    interface Step {
        void take(List<String> keys) throws StepFailure;
    }

    /**
     * Makes ready to walk.
     *
     * @param from where an earlier walk has ended
     * @param goesOn asked before each step
     */
    static KeyWalk begin(RedisSession session, Pace pace, BooleanSupplier goesOn, ScanPosition from)
            throws StepFailure {
        return new KeyWalk(session, pace, goesOn, from.on(runId(session)));
    }

    private static String runId(RedisSession session) throws StepFailure {
        String info = session.send("INFO", "server").text();
        try {
            return ServerInfo.parse(info).runId();
        } catch (IllegalArgumentException e) {
            throw StepFailure.notRedis("INFO");
        }
    }

    /** Returns a text as the names of keys have it. */
    static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), BYTES);
    }

    /**
     * Walks until all keys were seen, the slice is over, or it may not go on.
     *
     * @param options of SCAN beside COUNT
     */
    void go(List<String> options, Step step) throws StepFailure {
        boolean rested = true;
        while (rested && !whole && isWithinSlice() && goesOn.getAsBoolean()) {
            long sent = System.nanoTime();
            List<String> answer = session.send("SCAN", arguments(options)).texts();
            if (answer.isEmpty()) {
                throw StepFailure.notRedis("SCAN");
            }
            List<String> keys = answer.subList(1, answer.size());
            step.take(keys);
            names += keys.stream().mapToLong(String::length).sum();
            position = position.at(answer.get(0));
            whole = position.isEnd();
            rested = whole || rest(pace.rest(Duration.ofNanos(System.nanoTime() - sent)));
        }
    }

    private boolean isWithinSlice() {
        return System.nanoTime() - begun < pace.slice().toNanos() && names < NAMES;
    }

    private String[] arguments(List<String> options) {
        return Stream.of(
                        Stream.of(position.cursor()), options.stream(), Stream.of("COUNT", String.valueOf(pace.keys())))
                .flatMap(each -> each)
                .toArray(String[]::new);
    }

    /** @return whether nobody has ended the rest */
    static boolean rest(Duration time) {
        try {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Where it stands. */
    ScanPosition position() {
        return position;
    }

    /** Whether all keys were seen. */
    boolean whole() {
        return whole;
    }
}
