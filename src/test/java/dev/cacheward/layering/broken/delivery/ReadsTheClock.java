package dev.cacheward.layering.broken.delivery;

import java.time.Instant;
import java.util.function.Supplier;

/** Reads the clock by a method reference, which is no call. */
public final class ReadsTheClock {
    /** The time of the machine. */
    public Supplier<Instant> time() {
        return Instant::now;
    }
}
