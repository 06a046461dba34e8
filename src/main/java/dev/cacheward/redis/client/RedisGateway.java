package dev.cacheward.redis.client;

import java.util.Optional;
import java.util.SortedMap;

/**
 * The one way to a running server. Each call opens its own connection, closes it, and ends within a few seconds, whatever the
 * server does; no call throws for a server that is down, slow or refuses.
 */
public interface RedisGateway extends AutoCloseable {
    /**
     * Does what an application does: AUTH, PING, SET with a lifetime, GET, TTL, a script as rate limiters use, DEL, PUBLISH,
     * with keys of its own under {@code cacheward:check:} that go at the end, and would expire.
     *
     * @return the first thing that failed; empty: all passed
     */
    Optional<RedisFailure> check(RedisAddress address, Login application);

    /** Asks INFO and measures a PING, on one connection; works also while the server loads its data. */
    Reply<ServerInfo> info(RedisAddress address, Login operator);

    /**
     * Sets all parameters by one command: all or none.
     *
     * @param configCommand the secret name that CONFIG was renamed to, or {@code CONFIG}
     * @return true, or a failure with reason {@code ConfigRefused} and the server's words
     */
    Reply<Boolean> configSet(
            RedisAddress address, Login operator, String configCommand, SortedMap<String, String> parameters);

    /**
     * Starts a snapshot in the background, or has it started after a running rewrite of the append-only file.
     *
     * @return false when one was running already, which may miss the latest writes
     */
    Reply<Boolean> startSnapshot(RedisAddress address, Login operator);

    @Override
    void close();
}
