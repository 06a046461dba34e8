package dev.cacheward.leader;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads of the reconciliations: none begins before this replica leads. So a replica that stands by has its caches filled, and
 * acts at once when it leads.
 */
public final class GatedExecutor extends ThreadPoolExecutor {
    private final CountDownLatch open = new CountDownLatch(1);

    /** @param threads how many reconciliations run at once */
    public GatedExecutor(int threads) {
        super(threads, threads, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
    }

    /** Those that wait begin; for good. */
    public GatedExecutor open() {
        open.countDown();
        return this;
    }

    /** Those that still wait never begin; those that run are left alone. */
    public void shut() {
        if (open.getCount() > 0) {
            shutdownNow();
        }
    }

    @Override
    public void execute(Runnable reconciliation) {
        super.execute(() -> {
            if (opens()) {
                reconciliation.run();
            }
        });
    }

    private boolean opens() {
        try {
            open.await();
            return true;
        } catch (InterruptedException shut) {
            return false;
        }
    }
}
