package dev.cacheward.leader;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Runs the reconciliations, but none before this replica leads. So a standby replica has its caches filled, and acts at once
 * when it takes the lead.
 */
public final class GatedExecutor extends ThreadPoolExecutor {
    private final CountDownLatch open = new CountDownLatch(1);

    /** @param threads how many reconciliations run at once */
    public GatedExecutor(int threads) {
        super(threads, threads, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
    }

    /** Starts the waiting reconciliations. The gate never closes again. */
    public GatedExecutor open() {
        open.countDown();
        return this;
    }

    /** Drops the reconciliations that wait at the closed gate. After {@link #open}, this does nothing. */
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
