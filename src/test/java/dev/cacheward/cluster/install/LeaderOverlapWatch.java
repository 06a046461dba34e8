package dev.cacheward.cluster.install;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Asks all replicas again and again whether they lead, and remembers when two did at once. */
final class LeaderOverlapWatch implements AutoCloseable {
    private static final long PAUSE_MILLIS = 50;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final Queue<List<String>> overlaps = new ConcurrentLinkedQueue<>();
    private final AtomicInteger led = new AtomicInteger();
    private final OperatorReplicas replicas;

    LeaderOverlapWatch(OperatorReplicas replicas) {
        this.replicas = replicas;
        thread.scheduleWithFixedDelay(this::look, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** The names of each two that led at once. */
    List<List<String>> overlaps() {
        return List.copyOf(overlaps);
    }

    /** How many looks found a leader. */
    int led() {
        return led.get();
    }

    /** A process that has lost its leadership never leads again: so who says it before and after another one did, led with it. */
    private void look() {
        try {
            List<Pod> leaders = replicas.leaders();
            if (leaders.size() > 1 && replicas.leads(leaders.get(0))) {
                overlaps.add(leaders.stream().map(OperatorReplicas::name).toList());
            }
            led.addAndGet(leaders.isEmpty() ? 0 : 1);
        } catch (KubernetesClientException busy) {
            // The next look comes.
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
