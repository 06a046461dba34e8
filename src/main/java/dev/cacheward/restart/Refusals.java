package dev.cacheward.restart;

import dev.cacheward.api.v1alpha1.RestartTarget;
import dev.cacheward.kubernetes.ResourceAnnotations;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers what the API server refused, so that it is not asked again for a while. */
final class Refusals {
    /** A person decided on a refusal such as a missing permission: it does not change within seconds. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    /** This removes the refusals of deleted resources; all others are renewed or lifted long before. */
    private static final Duration FORGOTTEN = Duration.ofMinutes(10);

    /** This is for failures that pass by themselves, such as an admission webhook that is down. */
    static final Duration SHORT_PATIENCE = Duration.ofSeconds(15);

    /**
     * Identifies the resource that wants a restart, and the last request of a person.
     *
     * @param token the last request for a reconciliation by a person; refusals from before it do not count
     */
    record Asker(String ownerUid, String token) {
        static Asker of(HasMetadata owner) {
            return new Asker(owner.getMetadata().getUid(), ResourceAnnotations.token(owner));
        }
    }

    private record Key(String ownerUid, RestartTarget target) {
        private static Key of(Asker asker, RestartTarget target) {
            return new Key(asker.ownerUid(), target);
        }
    }

    private record Refusal(Instant at, String token, Marking.Refused marking) {}

    private final Map<Key, Refusal> refusals = new ConcurrentHashMap<>();
    private final Clock clock;

    Refusals(Clock clock) {
        this.clock = clock;
    }

    void add(Asker asker, RestartTarget target, Marking.Refused refused) {
        Instant oldest = clock.instant().minus(FORGOTTEN);
        refusals.values().removeIf(refusal -> refusal.at().isBefore(oldest));
        refusals.put(Key.of(asker, target), new Refusal(clock.instant(), asker.token(), refused));
    }

    void lift(Asker asker, RestartTarget target) {
        refusals.remove(Key.of(asker, target));
    }

    /** Returns the warning of the last refusal, however old it is: only another answer lifts it. */
    Optional<String> warning(Asker asker, RestartTarget target) {
        return Optional.ofNullable(refusals.get(Key.of(asker, target)))
                .map(refusal -> refusal.marking().message());
    }

    /** Returns the last refusal while it is too soon to ask again. */
    Optional<Marking> fresh(Asker asker, RestartTarget target) {
        return Optional.ofNullable(refusals.get(Key.of(asker, target)))
                .filter(refusal -> refusal.token().equals(asker.token()))
                .filter(refusal ->
                        refusal.at().plus(refusal.marking().patience()).isAfter(clock.instant()))
                .map(Refusal::marking);
    }
}
