package dev.cacheward.events;

import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.api.v1alpha1.PurgeState;
import dev.cacheward.kubernetes.StatusCode;
import dev.cacheward.kubernetes.Writer;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Changes;
import dev.cacheward.status.ConditionStatus;
import dev.cacheward.status.ConditionType;
import dev.cacheward.telemetry.Telemetry;
import dev.cacheward.threads.DaemonThreads;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports changes of a resource as Events. There is one Event for each cause, and a repeated cause raises its count. A thread
 * of its own writes them: reconciliations neither wait for an Event nor learn that it failed, since the conditions hold the
 * current state.
 */
public final class EventRecorder implements Telemetry, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventRecorder.class);

    /**
     * The number of resources that may wait with news at once. This is enough for an outage of every Redis in a large cluster;
     * any more are dropped.
     */
    private static final int WAITING = 2000;

    /** The reason of an Event that is about no condition. */
    static final String API_WARNING = "ApiWarning";

    /** The reason of an Event about keys that another version of the operator wrote otherwise. */
    static final String RESPELLED = "Respelled";

    /** The reason of an Event about another password of the application. */
    private static final String PASSWORD_CHANGED = "PasswordChanged";

    /** The reason of an Event about a purge begins with this, and ends with the state. */
    private static final String PURGE = "Purge";

    private static final Duration TO_FINISH = Duration.ofSeconds(1);

    private final ThreadPoolExecutor writer = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            new DaemonThreads("events"),
            EventRecorder::dropped);
    private final EventCounts occurrences = new EventCounts();
    private final KubernetesClient client;
    private final EventFactory text;
    private final Duration toFinish;

    /**
     * @param reporter the name of this replica
     * @param clock for the times in the Events
     */
    public EventRecorder(KubernetesClient client, String reporter, Clock clock) {
        this(client, reporter, clock, TO_FINISH);
    }

    /** @param toFinish how long {@link #close} may wait for the Events that are not written yet */
    EventRecorder(KubernetesClient client, String reporter, Clock clock, Duration toFinish) {
        this.client = client;
        this.text = new EventFactory(reporter, clock);
        this.toFinish = toFinish;
    }

    @Override
    public void reconciled(HasMetadata resource, List<Condition> before, List<Condition> now) {
        List<Condition> changes = Changes.between(before, now);
        if (!changes.isEmpty()) {
            writer.execute(() -> changes.forEach(change -> announce(resource, change)));
        }
    }

    @Override
    public void keysLeft(HasMetadata resource, Cause cause) {
        tell(
                resource,
                ConditionType.CONFIG_DELIVERED,
                ConditionStatus.FALSE,
                cause.reason().wire(),
                cause.message());
    }

    @Override
    public void warned(HasMetadata resource, String text) {
        tell(
                resource,
                ConditionType.READY,
                ConditionStatus.FALSE,
                API_WARNING,
                "The API server warns about what the operator writes: " + text);
    }

    @Override
    public void respelled(HasMetadata resource, String sentence) {
        tell(resource, ConditionType.CONFIG_DELIVERED, ConditionStatus.TRUE, RESPELLED, sentence);
    }

    @Override
    public void rotated(HasMetadata resource, String sentence) {
        tell(resource, ConditionType.READY, ConditionStatus.TRUE, PASSWORD_CHANGED, sentence);
    }

    @Override
    public void purge(HasMetadata resource, PurgeState state, String sentence) {
        ConditionStatus status =
                state == PurgeState.RUNNING || state == PurgeState.DONE ? ConditionStatus.TRUE : ConditionStatus.FALSE;
        tell(resource, ConditionType.READY, status, PURGE + state.wire(), sentence);
    }

    /** Writes an Event that is about no change of a condition. */
    private void tell(HasMetadata resource, ConditionType type, ConditionStatus status, String reason, String message) {
        Condition told = new Condition(
                type.wire(),
                status.wire(),
                reason,
                message,
                "",
                resource.getMetadata().getGeneration());
        writer.execute(() -> announce(resource, told));
    }

    /** Waits up to one second for the Events that are not written yet. */
    @Override
    public void close() {
        writer.shutdown();
        try {
            if (!writer.awaitTermination(toFinish.toMillis(), TimeUnit.MILLISECONDS)) {
                writer.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Logs a dropped Event, unless the recorder is closed. */
    private static void dropped(Runnable news, ThreadPoolExecutor writer) {
        if (!writer.isShutdown()) {
            LOG.warn("Events are written too slowly: one is dropped; what holds is in the conditions");
        }
    }

    private void announce(HasMetadata resource, Condition change) {
        try {
            write(resource, change);
        } catch (KubernetesClientException refused) {
            LOG.debug("an Event could not be written", refused);
        }
    }

    private void write(HasMetadata resource, Condition change) {
        String name = EventFactory.name(resource, change);
        int count = occurrences.next(resource.getMetadata().getNamespace() + "/" + name, text.now());
        if (count > 1 && repeat(resource, name, count)) {
            return;
        }
        try {
            client.resource(text.event(resource, change, name)).create();
        } catch (KubernetesClientException exists) {
            if (exists.getCode() != StatusCode.CONFLICT) {
                throw exists;
            }
            repeat(resource, name, Math.max(count, 2)); // by an earlier process, whose count is unknown
        }
    }

    /** @return whether the Event is still there; the API server removes each after a time of its own */
    private boolean repeat(HasMetadata resource, String name, int count) {
        try {
            return client.events()
                            .v1()
                            .events()
                            .inNamespace(resource.getMetadata().getNamespace())
                            .withName(name)
                            .patch(Writer.MERGE, text.series(count)) // reads it first
                    != null;
        } catch (KubernetesClientException gone) {
            if (gone.getCode() != StatusCode.NOT_FOUND) {
                throw gone;
            }
            return false;
        }
    }
}
