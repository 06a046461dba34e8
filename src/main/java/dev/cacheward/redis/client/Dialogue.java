package dev.cacheward.redis.client;

/**
 * What is asked of a server on one connection.
 *
 * @param <T> what follows from the answers
 */
@FunctionalInterface
public interface Dialogue<T> {
    /** @throws StepFailure at the first command whose answer is an error, wrong, or late */
    T hold(RedisSession session) throws StepFailure;
}
