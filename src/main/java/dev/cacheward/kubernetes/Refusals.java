package dev.cacheward.kubernetes;

import dev.cacheward.api.v1alpha1.RestartTarget;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What the API server refused lately, and is not asked for again for a while. */
final class Refusals {
    /** A refusal is somebody's decision: it does not change within seconds. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Of a deleted resource nobody asks any more; every other refusal is renewed or lifted long before. */
    private static final Duration FORGOTTEN = Duration.ofMinutes(10);

    private record Key(String ownerUid, RestartTarget target) {}

    private record Refusal(Instant at, String warning) {}

    private final Map<Key, Refusal> refusals = new ConcurrentHashMap<>();
    private final Clock clock;

    Refusals(Clock clock) {
        this.clock = clock;
    }

    void add(String ownerUid, RestartTarget target, String warning) {
        Instant oldest = clock.instant().minus(FORGOTTEN);
        refusals.values().removeIf(refusal -> refusal.at().isBefore(oldest));
        refusals.put(new Key(ownerUid, target), new Refusal(clock.instant(), warning));
    }

    void lift(String ownerUid, RestartTarget target) {
        refusals.remove(new Key(ownerUid, target));
    }

    /** The refusal while it stands, however old it is: another answer has to be got before it is taken back. */
    Optional<String> warning(String ownerUid, RestartTarget target) {
        return Optional.ofNullable(refusals.get(new Key(ownerUid, target))).map(Refusal::warning);
    }

    /** The refusal while asking again would be too soon. */
    Optional<Marking> fresh(String ownerUid, RestartTarget target) {
        Instant oldest = clock.instant().minus(PATIENCE);
        return Optional.ofNullable(refusals.get(new Key(ownerUid, target)))
                .filter(refusal -> refusal.at().isAfter(oldest))
                .map(refusal -> new Marking.Refused(refusal.warning()));
    }
}
