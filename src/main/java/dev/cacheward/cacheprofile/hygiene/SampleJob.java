package dev.cacheward.cacheprofile.hygiene;

import dev.cacheward.cacheprofile.model.hygiene.KeyspaceRule;
import dev.cacheward.redis.client.RedisGateway;
import dev.cacheward.redis.client.keys.Pace;
import dev.cacheward.redis.client.keys.SampleDialogue;
import dev.cacheward.redis.client.keys.ScanPosition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Looks at the keys of one server now and then, each time at those behind the last ones. */
final class SampleJob {
    private static final Duration INTERVAL = Duration.ofMinutes(10);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

    private final List<String> prefixes;
    private final RedisGateway gateway;
    private final HygieneThreads threads;
    private ScanPosition position = ScanPosition.start();
    private Optional<SampleDialogue.Sample> found = Optional.empty();
    private Instant due = Instant.MIN;
    private boolean queued;
    private boolean failed;
    private volatile boolean held;

    SampleJob(List<KeyspaceRule> rules, RedisGateway gateway, HygieneThreads threads) {
        this.prefixes = rules.stream().map(KeyspaceRule::prefix).toList();
        this.gateway = gateway;
        this.threads = threads;
    }

    /** Begins a look at this server if one is due. */
    synchronized void begin(Target server, Instant now) {
        if (failed) {
            failed = false;
            due = now.plus(AFTER_FAILURE);
        } else if (!queued && !now.isBefore(due)) {
            queued = true;
            due = now.plus(INTERVAL);
            threads.execute(() -> look(server));
        }
    }

    /** Whether there is, or will soon be, something to take. */
    synchronized boolean isLooking() {
        return queued || found.isPresent();
    }

    /** Ends the look that runs at its next step. */
    void hold() {
        held = true;
    }

    /** Returns what the last look found, once. */
    synchronized Optional<SampleDialogue.Sample> take() {
        Optional<SampleDialogue.Sample> taken = found;
        found = Optional.empty();
        return taken;
    }

    private void look(Target server) {
        boolean answered = false;
        try {
            SampleDialogue dialogue = new SampleDialogue(from(), prefixes, Pace.GENTLE, () -> !held);
            answered = server.ask(gateway, dialogue).<Boolean>fold(this::keep, cause -> false);
        } finally {
            ended(answered);
        }
    }

    private synchronized ScanPosition from() {
        return position;
    }

    private synchronized boolean keep(SampleDialogue.Sample sample) {
        position = sample.next();
        found = Optional.of(sample);
        return true;
    }

    private synchronized void ended(boolean answered) {
        failed = !answered;
        queued = false;
    }
}
