package dev.cacheward.redis.client;

/**
 * The one way to a running server. Each call opens its own connection, closes it, and ends within a few seconds, whatever the
 * server does; no call throws for a server that is down, slow or refuses.
 */
public interface RedisGateway extends AutoCloseable {
    /** Logs in, holds the dialogue, and hangs up. */
    <T> Reply<T> ask(RedisAddress address, Login login, Dialogue<T> dialogue);

    @Override
    void close();
}
