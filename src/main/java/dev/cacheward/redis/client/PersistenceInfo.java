package dev.cacheward.redis.client;

import java.util.Map;

/**
 * Says how far a server's data is written to its volume.
 *
 * @param aofRewriteInProgress also true while a rewrite is only scheduled: the append-only file is not whole before it is done
 * @param lastSaveEpochSeconds of the last good snapshot; the start of the server if there was none
 * @param unsavedChanges writes since then
 */
public record PersistenceInfo(
        boolean aofEnabled,
        boolean aofRewriteInProgress,
        boolean aofLastRewriteOk,
        boolean aofLastWriteOk,
        boolean bgsaveInProgress,
        boolean lastBgsaveOk,
        long lastSaveEpochSeconds,
        long unsavedChanges) {
    static PersistenceInfo of(Map<String, String> info) {
        return new PersistenceInfo(
                is(info, "aof_enabled"),
                is(info, "aof_rewrite_in_progress") || is(info, "aof_rewrite_scheduled"),
                !"err".equals(info.get("aof_last_bgrewrite_status")),
                !"err".equals(info.get("aof_last_write_status")),
                is(info, "rdb_bgsave_in_progress"),
                !"err".equals(info.get("rdb_last_bgsave_status")),
                Long.parseLong(info.getOrDefault("rdb_last_save_time", "0")),
                ServerStats.number(info, "rdb_changes_since_last_save"));
    }

    /** Whether the last attempt to write the data, in the form that counts, succeeded. */
    public boolean lastWriteOk() {
        return aofEnabled ? aofLastWriteOk && aofLastRewriteOk : lastBgsaveOk;
    }

    private static boolean is(Map<String, String> info, String name) {
        return "1".equals(info.get(name));
    }
}
