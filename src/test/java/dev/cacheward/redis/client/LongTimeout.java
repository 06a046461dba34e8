package dev.cacheward.redis.client;

import java.time.Duration;

/** How long tests wait for what comes: far longer than a busy machine may keep a server or a thread waiting. */
public final class LongTimeout {
    public static final Duration LONG = Duration.ofSeconds(60);

    private LongTimeout() {}

    /** A gateway that takes nothing for a timeout that is none. */
    public static RedisGateway gateway() {
        return new LettuceGateway(LONG);
    }
}
