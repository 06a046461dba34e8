package dev.cacheward.redis.client.replication;

/** How an attempt to change places with a replica ended. */
public enum Handover {
    /** The replica has taken over with all acknowledged writes, and the connections to the former primary are cut. */
    DONE,
    /** No replica with all data is at that address. Nothing was tried. */
    NOT_FOLLOWED,
    /** The replica did not catch up in time. The primary serves on as before. */
    TIMED_OUT,
    /** It is still under way; the primary takes no writes until it has been decided. */
    UNDECIDED
}
