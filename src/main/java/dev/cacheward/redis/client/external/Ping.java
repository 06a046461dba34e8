package dev.cacheward.redis.client.external;

import dev.cacheward.redis.client.RedisSession;
import dev.cacheward.redis.client.StepFailure;
import java.time.Duration;

/** Asks whether a server lives. */
final class Ping {
    private Ping() {}

    /** Returns how long the answer took. */
    static Duration timed(RedisSession session) throws StepFailure {
        long sent = System.nanoTime();
        if (!session.send("PING").text().equals("PONG")) {
            throw StepFailure.notRedis("PING");
        }
        return Duration.ofNanos(System.nanoTime() - sent);
    }
}
