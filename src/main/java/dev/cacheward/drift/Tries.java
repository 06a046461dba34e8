package dev.cacheward.drift;

import dev.cacheward.status.Cause;
import dev.cacheward.status.Warnings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers what was written, so that nothing is written without end: the same content of one subject is written three times,
 * and then once a minute for as long as it does not stay. Another content is written at once. A restart of the process forgets
 * it all, which costs three more writes.
 */
public final class Tries {
    /** The number of resources that are remembered; this is more than one operator has. */
    private static final int MOST_OWNERS = 20_000;

    private record Round(long generation, String token, Map<Subject, Attempts> attempts) {}

    private final Map<String, Round> rounds = new LinkedHashMap<>();
    private final Clock clock;

    /** @param clock for the times of the writes */
    public Tries(Clock clock) {
        this.clock = clock;
    }

    /**
     * A reconciliation begins. Contentions that it does not meet are not told any more.
     *
     * @param owner the uid of the resource
     * @param token a new one asks for new tries at once
     */
    public synchronized void begin(String owner, long generation, String token) {
        Round before = rounds.remove(owner);
        boolean known = before != null && before.token().equals(token);
        Map<Subject, Attempts> attempts = known ? before.attempts() : new LinkedHashMap<>();
        boolean edited = known && before.generation() != generation;
        attempts.values().removeIf(attempt -> attempt.begin(edited, clock.instant()));
        rounds.put(owner, new Round(generation, token, attempts));
        if (rounds.size() > MOST_OWNERS) {
            rounds.remove(rounds.keySet().iterator().next());
        }
    }

    /** Forgets a resource, since it is deleted or paused. */
    public synchronized void forget(String owner) {
        rounds.remove(owner);
    }

    /** Whether this content was written lately, so that it is known what becomes of it. */
    public synchronized boolean knows(Subject subject, String content) {
        return of(subject).knows(content);
    }

    /** Whether this content may be written now. */
    public boolean allows(Subject subject, String content) {
        return allows(subject, content, List.of());
    }

    /** @param found where the live object differs from it */
    public synchronized boolean allows(Subject subject, String content, List<Difference> found) {
        return of(subject).allows(content, found, clock.instant());
    }

    /** Counts a write that is about to be sent. */
    public synchronized void writing(Subject subject, String content) {
        of(subject).wrote(content, clock.instant());
    }

    /** The write failed in a way that passes by itself: it was no try. */
    public synchronized void failed(Subject subject) {
        of(subject).failed();
    }

    /** The write was refused in a way that lasts. */
    public synchronized void refused(Subject subject, Cause cause) {
        of(subject).refused(cause);
    }

    /**
     * The subject may not be written now. Returns the refusal, if the last write was refused; without one, others change what was
     * written, and that is told.
     */
    public synchronized Optional<Cause> heldBack(Subject subject, List<Difference> differences) {
        Optional<Cause> refusal = of(subject).refusal();
        if (refusal.isEmpty()) {
            of(subject).differs(differences);
        }
        return refusal;
    }

    /** The subject differs although all tries are used up. */
    public synchronized void differs(Subject subject, List<Difference> differences) {
        of(subject).differs(differences);
    }

    /** The subject differs and stays so: this content is not written again, unless it differs otherwise one day. */
    public synchronized void settle(Subject subject, String content, List<Difference> differences) {
        of(subject).settle(content, differences);
    }

    /** The subject is as it is wanted. It is forgotten once it has been so for a minute. */
    public synchronized void holds(Subject subject) {
        Map<Subject, Attempts> attempts = attempts(subject.owner());
        if (attempts.containsKey(subject) && attempts.get(subject).holds(clock.instant())) {
            attempts.remove(subject);
        }
    }

    /** Whether an apply did not suffice, so that lists are to be written as a whole. */
    public synchronized boolean prefersLists(Subject subject) {
        return of(subject).prefersLists();
    }

    /** Remembers whether an apply suffices. */
    public synchronized void preferLists(Subject subject, boolean prefer) {
        of(subject).preferLists(prefer);
    }

    /** Returns the contention of one subject. */
    public synchronized Optional<Contention> contention(Subject subject) {
        return Optional.ofNullable(attempts(subject.owner()).get(subject)).flatMap(Attempts::contention);
    }

    /** Returns all contentions that this round has met. */
    public synchronized List<Contention> contentions(String owner) {
        return attempts(owner).values().stream()
                .flatMap(attempt -> attempt.contention().stream())
                .toList();
    }

    /** Returns the same as warnings. */
    public Warnings warnings(String owner) {
        return new Warnings(contentions(owner).stream().map(Contention::text).toList());
    }

    /** Returns how long to wait until something may be written again, or is known to stay. */
    public synchronized Optional<Duration> again(String owner) {
        Instant now = clock.instant();
        return attempts(owner).values().stream()
                .map(Attempts::again)
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .map(next -> next.isAfter(now) ? Duration.between(now, next) : Duration.ofSeconds(1));
    }

    private Attempts of(Subject subject) {
        return attempts(subject.owner()).computeIfAbsent(subject, Attempts::new);
    }

    private Map<Subject, Attempts> attempts(String owner) {
        if (!rounds.containsKey(owner)) {
            begin(owner, 0, "");
        }
        return rounds.get(owner).attempts();
    }
}
