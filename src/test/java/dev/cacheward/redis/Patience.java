package dev.cacheward.redis;

import java.time.Duration;

/** How long tests wait for what comes: far longer than a busy machine may keep a server or a thread waiting. */
final class Patience {
    static final Duration LONG = Duration.ofSeconds(60);

    private Patience() {}

    /** A gateway that takes nothing for a timeout that is none. */
    static RedisGateway gateway() {
        return new LettuceGateway(LONG);
    }
}
