package dev.cacheward.cacheprofile.model;

import dev.cacheward.redis.client.ServerInfo;

/**
 * The last good snapshot of one run of a server. One of an earlier run says nothing about this run's data.
 *
 * @param epochSeconds when it was written; the start of the server if there was none
 */
public record Snapshot(String runId, long epochSeconds) {
    /** As the server tells it. */
    public static Snapshot last(ServerInfo info) {
        return new Snapshot(info.runId(), info.persistence().lastSaveEpochSeconds());
    }
}
