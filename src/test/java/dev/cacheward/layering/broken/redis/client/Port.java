package dev.cacheward.layering.broken.redis.client;

/** How a server is asked. */
public interface Port {
    /** Asks it. */
    String version();
}
