package dev.cacheward.cacheprofile.model.volume;

import java.util.Optional;

/** Turns the memory that a server's data takes, which changes all the time, into a number that rarely does. */
public final class DataSize {
    private static final long MEBI = 1L << 20;

    /** How many leading bits a number keeps. */
    private static final int BITS = 4;

    /** The part by which the data may shrink before the number follows. */
    private static final int QUARTER = 4;

    private static final int PERCENT = 100;

    /** In percent of the data: the space between its parts, which the kernel counts, too. */
    private static final int FRAGMENTS = 5;

    /** The server itself, with the buffers of a few clients. */
    private static final long SERVER = 8 * MEBI;

    private DataSize() {}

    /**
     * Returns the bytes, rounded up. The number before stays as long as it is not below the bytes and not a quarter above them,
     * since data that is evicted again and again has a size that goes up and down around one value.
     */
    public static long steady(long bytes, Optional<Long> before) {
        return before.filter(known -> known >= bytes && known - known / QUARTER <= bytes)
                .orElseGet(() -> roundedUp(bytes));
    }

    /** Returns the least memory limit with which a server can load this much data. */
    public static long limitFor(long bytes) {
        return roundedUp(bytes + bytes / PERCENT * FRAGMENTS + SERVER);
    }

    /** Returns the bytes as a quantity. */
    public static String quantity(long bytes) {
        return (bytes + MEBI - 1) / MEBI + "Mi";
    }

    private static long roundedUp(long bytes) {
        long step = Math.max(MEBI, Long.highestOneBit(Math.max(bytes, 1)) >> BITS);
        return (bytes + step - 1) / step * step;
    }
}
