package dev.cacheward.redis.client;

import dev.cacheward.status.Reason;
import java.time.Duration;
import java.util.Optional;

/**
 * Asks for INFO and measures a PING. This works also while the server loads its data. Only the sections that are read are asked
 * for: others, such as the counts of errors, grow with what applications do.
 */
public final class InfoDialogue implements Dialogue<ServerInfo> {
    private static final String[] SECTIONS = {"server", "clients", "memory", "persistence", "stats", "keyspace"};

    @Override
    public ServerInfo hold(RedisSession session) throws StepFailure {
        String text = info(session);
        try {
            return ServerInfo.parse(text).withPing(ping(session));
        } catch (IllegalArgumentException e) {
            throw StepFailure.notRedis("INFO");
        }
    }

    /** Redis 6 and some other servers know one section at most. */
    private static String info(RedisSession session) throws StepFailure {
        try {
            return session.send("INFO", SECTIONS).text();
        } catch (StepFailure e) {
            if (e.failure().reason() == Reason.NOT_REDIS && e.isError()) {
                return session.send("INFO").text();
            }
            throw e;
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
