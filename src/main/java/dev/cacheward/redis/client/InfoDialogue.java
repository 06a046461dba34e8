package dev.cacheward.redis.client;

import java.time.Duration;
import java.util.Optional;

/** Asks for INFO and measures a PING. This works also while the server loads its data. */
public final class InfoDialogue implements Dialogue<ServerInfo> {
    @Override
    public ServerInfo hold(RedisSession session) throws StepFailure {
        String text = session.send("INFO").text();
        try {
            return ServerInfo.parse(text).withPing(ping(session));
        } catch (IllegalArgumentException e) {
            throw StepFailure.notRedis("INFO");
        }
    }

    /** Returns the time that a PING takes; empty if the server refuses it, as while it loads its data. */
    private static Optional<Duration> ping(RedisSession session) {
        long sent = System.nanoTime();
        try {
            session.send("PING").text();
            return Optional.of(Duration.ofNanos(System.nanoTime() - sent));
        } catch (StepFailure refused) {
            return Optional.empty();
        }
    }
}
