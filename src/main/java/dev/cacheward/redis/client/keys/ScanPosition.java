package dev.cacheward.redis.client.keys;

/**
 * Where a walk over the keys of a server stands. A cursor is of use only to the process that gave it: another one has its keys in
 * another order.
 *
 * @param runId of the process; empty before the first step
 * @param cursor as SCAN takes it
 */
public record ScanPosition(String runId, String cursor) {
    private static final String ENDS = "0";

    /** Returns the position before the first key of whichever process is asked. */
    public static ScanPosition start() {
        return new ScanPosition("", ENDS);
    }

    /** Returns this position for the process that it is of, and the start for any other. */
    ScanPosition on(String process) {
        return process.equals(runId) ? this : new ScanPosition(process, ENDS);
    }

    ScanPosition at(String next) {
        return new ScanPosition(runId, next);
    }

    /** Whether there is no key before or behind it: a walk that comes here has seen all. */
    boolean isEnd() {
        return cursor.equals(ENDS);
    }
}
