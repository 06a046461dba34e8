package dev.cacheward.cacheprofile.report.health;

import dev.cacheward.redis.client.ServerInfo;
import java.time.Instant;

/**
 * What a server said of itself at a moment.
 *
 * @param server the pod, or the endpoint of a server of somebody else
 */
public record Sample(Instant at, String server, ServerInfo info) {
    /** Returns what changes whenever the counters begin anew. */
    String process() {
        return server + " " + info.runId();
    }
}
