package dev.cacheward.operator;

import dev.cacheward.leader.GatedExecutor;
import java.util.function.Consumer;

/**
 * When the operator acts, and what happens when it cannot go on.
 *
 * @param gate the threads of the reconciliations
 * @param onFatal is run when the operator no longer learns of changes and has to be started anew
 */
public record Lifecycle(GatedExecutor gate, Consumer<Throwable> onFatal) {
    /** The API server is the limit; more threads only make for more reconciliations from caches that are behind. */
    private static final int THREADS = 10;

    /** Acts when the gate is opened. */
    static Lifecycle standingBy(Consumer<Throwable> onFatal) {
        return new Lifecycle(new GatedExecutor(THREADS), onFatal);
    }

    /** Acts at once; an informer that stops for ever ends nothing. */
    public static Lifecycle alone() {
        return new Lifecycle(new GatedExecutor(THREADS).open(), failure -> {});
    }
}
