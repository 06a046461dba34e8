package dev.cacheward.cacheprofile.model.hygiene;

/**
 * The keys of one sample.
 *
 * @param inTime expire in the time that they may live
 * @param tooLong expire later
 * @param never should expire and never do
 */
public record KeyCounts(long inTime, long tooLong, long never) {
    /** Returns the number of all. */
    public long all() {
        return inTime + tooLong + never;
    }
}
