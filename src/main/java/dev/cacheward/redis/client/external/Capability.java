package dev.cacheward.redis.client.external;

/** What some applications need of a server, and some servers lack. The order is that of the status. */
public enum Capability {
    TTL,
    EVAL,
    PUBLISH,
    INFO
}
