package dev.cacheward.cluster.install;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.cluster.rig.TestNamespace;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody who changes a TTL of profile "shop" again and again, so that whoever acts has something to write. */
final class ContinuousTtlEdits implements AutoCloseable {
    private static final long PAUSE_MILLIS = 100;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger seconds;
    private final TestNamespace namespace;
    private volatile int accepted;

    ContinuousTtlEdits(TestNamespace namespace) {
        this.namespace = namespace;
        this.seconds = new AtomicInteger(Math.max(1000, delivered())); // what is delivered is an earlier one's
        thread.scheduleWithFixedDelay(this::edit, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Waits until an edit of after now is delivered. */
    void awaitDelivery() {
        int now = seconds.get();
        TestNamespace.patiently().until(() -> delivered() > now);
    }

    /** Ends them, and waits until the last one is delivered. */
    void awaitTheLastOne() throws InterruptedException {
        thread.shutdown();
        thread.awaitTermination(1, TimeUnit.MINUTES);
        TestNamespace.patiently().until(() -> delivered() == accepted);
    }

    private int delivered() {
        return Integer.parseInt(namespace.configMap("shop-cache").getData().get("CACHE_TTL_USERS"));
    }

    private void edit() {
        try {
            int next = seconds.incrementAndGet();
            String patch = "{\"spec\":{\"ttls\":{\"users\":\"%ds\"}}}".formatted(next);
            namespace.resource(CacheProfile.class, "shop").patch(PatchContext.of(PatchType.JSON_MERGE), patch);
            accepted = next;
        } catch (KubernetesClientException busy) {
            // The next edit comes.
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
