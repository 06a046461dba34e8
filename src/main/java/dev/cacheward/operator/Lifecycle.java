package dev.cacheward.operator;

import dev.cacheward.leader.GatedExecutor;
import java.util.function.Consumer;

/**
 * Decides when the operator acts, and what happens when it cannot go on.
 *
 * @param gate the threads of the reconciliations, which wait until it is opened
 * @param onFatal is called when an informer has stopped for good, so that the process has to be restarted
 */
public record Lifecycle(GatedExecutor gate, Consumer<Throwable> onFatal) {
    /** The API server is the limit: more threads only cause more reconciliations from stale caches. */
    private static final int THREADS = 10;

    /** Returns one whose reconciliations wait until the gate is opened. */
    static Lifecycle standingBy(Consumer<Throwable> onFatal) {
        return new Lifecycle(new GatedExecutor(THREADS), onFatal);
    }

    /** Returns one that acts at once, and ignores an informer that has stopped. */
    public static Lifecycle alone() {
        return new Lifecycle(new GatedExecutor(THREADS).open(), failure -> {});
    }
}
