package dev.cacheward.cacheprofile.model.volume;

import dev.cacheward.redis.client.ServerInfo;

/**
 * The last successful snapshot of one run of a server. A snapshot of an earlier run says nothing about this run's data.
 *
 * @param epochSeconds when it was written; the start of the server if there was none
 */
public record Snapshot(String runId, long epochSeconds) {
    /** Reads the last snapshot from INFO. */
    public static Snapshot last(ServerInfo info) {
        return new Snapshot(info.runId(), info.persistence().lastSaveEpochSeconds());
    }
}
