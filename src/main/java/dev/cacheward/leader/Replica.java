package dev.cacheward.leader;

import dev.cacheward.threads.DaemonThreads;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes part in the election as one of several replicas. It has two threads: one takes the turns, whose requests may hang; the
 * other watches the clock and ends the leadership on time even while the first one hangs.
 */
public final class Replica implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Replica.class);

    /** This is far longer than the requests of a turn can take. */
    private static final Duration LONGEST_TURN = Duration.ofMinutes(1);

    /** This covers a read and a write at the longest timeout of the client, and a turn that may run before them. */
    private static final Duration TO_RESIGN = Duration.ofSeconds(7);

    private final ScheduledExecutorService turns =
            Executors.newSingleThreadScheduledExecutor(new DaemonThreads("election"));
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(new DaemonThreads("deadline"));
    private final LeaseStore store;
    private final Election election;
    private final LeaseTimes times;
    private final Runnable onLoss;
    private final AtomicBoolean failing = new AtomicBoolean();

    /**
     * Describes a replica that stands for election.
     *
     * @param namespace the namespace of the Lease
     * @param lease the name of the Lease, shared by all candidates that manage the same resources
     * @param name the name of this replica, for people
     * @param onLoss runs once when this replica loses the lead, and must stop all work at once
     */
    public record Candidate(String namespace, String lease, String name, Runnable onLoss) {}

    /**
     * Creates a replica that does not stand for election yet.
     *
     * @param client used for the Lease only, and closed by its owner; its requests should end before the next renewal is due
     * @param clock for the times in the Lease, which are for people
     */
    public Replica(KubernetesClient client, Candidate candidate, LeaseTimes times, Clock clock) {
        this(client, candidate, times, clock, System::nanoTime);
    }

    Replica(KubernetesClient client, Candidate candidate, LeaseTimes times, Clock clock, LongSupplier nanoTime) {
        this.store = new LeaseStore(client, candidate.namespace(), candidate.lease());
        this.times = times;
        this.onLoss = candidate.onLoss();
        String identity = candidate.name() + "_" + UUID.randomUUID().toString().substring(0, 8);
        this.election = new Election(store, new LeaseRecord(identity, times.leaseDuration(), clock), times, nanoTime);
    }

    /**
     * Starts to stand for election.
     *
     * @return completed when this replica leads
     */
    public CompletableFuture<Void> stand() {
        LOG.info("Standing by for {}", store);
        election.won().thenRun(() -> {
            LOG.info("Leading by {}", store);
            watch.execute(this::watch);
        });
        turns.execute(this::turn);
        return election.won();
    }

    /** Whether this replica may write at this moment. */
    public boolean leads() {
        return election.leads();
    }

    /** Whether the Lease was read or renewed within the last lease duration: a replica that cannot do that will never lead. */
    public boolean takesPart() {
        return election.silence()
                .filter(silence -> silence.compareTo(times.leaseDuration()) < 0)
                .isPresent();
    }

    /**
     * Says what is wrong with the election; empty if nothing is. It is not wrong that another replica leads, or that the API
     * server does not answer.
     */
    public Optional<String> failure() {
        Duration idle = election.idle();
        return idle.compareTo(LONGEST_TURN) < 0
                ? Optional.empty()
                : Optional.of("The election has not moved for " + idle.toSeconds() + " s.");
    }

    /**
     * Gives the Lease back if this replica holds it, so that another one leads within seconds. Call this only after all work
     * has ended.
     */
    @Override
    public void close() {
        if (turns.isShutdown()) {
            return;
        }
        watch.shutdownNow();
        try {
            boolean held = turns.submit(election::resign).get(TO_RESIGN.toMillis(), TimeUnit.MILLISECONDS);
            LOG.info(held ? "{} is given back" : "{} was not held", store);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn(
                    "{} could not be given back: another leads after {} s",
                    store,
                    times.leaseDuration().toSeconds(),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        turns.shutdownNow();
    }

    /** Takes one turn and schedules the next, also after an unexpected failure: without that the thread would end. */
    @SuppressWarnings("checkstyle:IllegalCatch")
    private void turn() {
        Duration next = times.retryPeriod();
        try {
            next = election.turn();
            if (failing.getAndSet(false)) {
                LOG.info("{} can be read and written again", store);
            }
        } catch (RuntimeException failed) {
            if (!failing.getAndSet(true)) {
                LOG.warn("{} cannot be read or written, which is tried again: {}", store, failed.toString());
            }
        }
        if (election.lost()) {
            return;
        }
        turns.schedule(this::turn, next.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void watch() {
        if (election.lost()) {
            election.giveUp();
            onLoss.run();
        } else {
            long soon = Math.min(election.left().toMillis() + 1, 100);
            watch.schedule(this::watch, Math.max(soon, 1), TimeUnit.MILLISECONDS);
        }
    }
}
