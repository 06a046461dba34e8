package dev.cacheward.redis.client;

import dev.cacheward.redis.Authentication;

/**
 * Asks running servers; every command of the operator goes through here. Each call opens and closes its own connection, and
 * ends within three times its time limit, whatever the server does. No call throws if a server is down, slow or refuses.
 */
public interface RedisGateway extends AutoCloseable {
    /** Logs in, runs the dialogue, and closes the connection. */
    <T> Reply<T> ask(RedisAddress address, Authentication login, Dialogue<T> dialogue);

    @Override
    void close();
}
