package dev.cacheward.redis.client.external;

import dev.cacheward.redis.client.RedisSession;
import dev.cacheward.redis.client.ServerInfo;
import dev.cacheward.redis.client.StepFailure;
import dev.cacheward.redis.client.StepFailure.Trouble;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a server tells of itself, as far as it is understood. */
final class InfoAnswer {
    private static final String[] SECTIONS = {
        "server", "clients", "memory", "persistence", "stats", "keyspace", "cluster"
    };
    private static final Pattern POLICY = Pattern.compile("(?m)^maxmemory_policy:([a-z-]{1,40})\\r?$");

    private static final Pattern CLUSTER = Pattern.compile("(?m)^(redis_mode:cluster|cluster_enabled:1)\\r?$");

    private Optional<Duration> ping = Optional.empty();
    private Optional<ServerInfo> server = Optional.empty();
    private Optional<String> evictionPolicy = Optional.empty();
    private boolean cluster;

    boolean ping(RedisSession session) throws StepFailure {
        ping = Optional.of(Ping.timed(session));
        return true;
    }

    /** Returns whether the server answers at all. */
    boolean read(RedisSession session) throws StepFailure {
        String text = text(session);
        server = parsed(text);
        evictionPolicy = POLICY.matcher(text).results().findFirst().map(match -> match.group(1));
        cluster = CLUSTER.matcher(text).find();
        return true;
    }

    /** Whether the server is a node of a cluster, be it the only one. */
    boolean isOfCluster() {
        return cluster;
    }

    /** Servers before Redis 7, and some others, know one section at most. */
    private static String text(RedisSession session) throws StepFailure {
        try {
            return session.send("INFO", SECTIONS).text();
        } catch (StepFailure e) {
            boolean refused = e.trouble() == Trouble.ERROR && !e.reply().startsWith("NOPERM");
            if (refused) {
                return session.send("INFO").text();
            }
            throw e;
        }
    }

    private Optional<ServerInfo> parsed(String text) {
        try {
            ServerInfo read = ServerInfo.parse(text);
            return Optional.of(new ServerInfo(read.version(), read.runId(), read.persistence(), read.stats(), ping));
        } catch (IllegalArgumentException withoutVersion) {
            return Optional.empty();
        }
    }

    Optional<ServerInfo> server() {
        return server;
    }

    /** As the server says itself, such as {@code noeviction}. */
    Optional<String> evictionPolicy() {
        return evictionPolicy;
    }
}
