package dev.cacheward.layering.broken.cacheprofile.plan;

import dev.cacheward.layering.broken.redis.client.Port;

/** Asks a server by an interface, which names no client library. */
record AsksRedis(Port redis) {
    String version() {
        return redis.version();
    }
}
