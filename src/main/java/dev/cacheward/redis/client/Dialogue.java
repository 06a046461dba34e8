package dev.cacheward.redis.client;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * The commands that are sent to a server on one connection.
 *
 * @param <T> the result that is made from the answers
 */
@FunctionalInterface
public interface Dialogue<T> {
    /** @throws StepFailure at the first command whose answer is an error, wrong, or late */
    T hold(RedisSession session) throws StepFailure;

    /**
     * Returns the time limit for all commands together.
     *
     * @param usual the gateway's own limit
     */
    default Duration limit(Duration usual) {
        return usual;
    }

    /**
     * Returns the most bytes that the server may send.
     *
     * @param usual the gateway's own bound
     */
    default int mostBytes(int usual) {
        return usual;
    }

    /**
     * Returns how texts become bytes on the connection. A dialogue that reads names of keys, which may be any bytes, takes one that
     * has a character for each byte.
     */
    default Charset charset() {
        return StandardCharsets.UTF_8;
    }
}
