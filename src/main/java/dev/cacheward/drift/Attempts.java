package dev.cacheward.drift;

import dev.cacheward.status.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The writes of one subject, as far as they are remembered. */
final class Attempts {
    static final int AT_ONCE = 3;
    static final Duration THEN_EVERY = Duration.ofMinutes(1);

    /** What is wanted may depend on what is found, so that somebody who changes that makes us want something new each time. */
    static final int MOST_CONTENTS = 10;

    private final Subject subject;
    private String content = "";
    private int count;
    private int contents;
    private Instant last = Instant.MIN;
    private boolean lists;
    private boolean seen;
    private Optional<Cause> refusal = Optional.empty();
    private Optional<Contention> contention = Optional.empty();
    private List<Difference> settled = List.of();

    Attempts(Subject subject) {
        this.subject = subject;
    }

    boolean knows(String wanted) {
        return wanted.equals(content);
    }

    /** Whether this content may be written now. */
    boolean allows(String wanted, List<Difference> found, Instant now) {
        seen = true;
        if (wanted.equals(content) && !settled.isEmpty() && settled.equals(found)) {
            return false;
        }
        boolean left = wanted.equals(content) ? count < AT_ONCE : subject.tellsItself() || contents < MOST_CONTENTS;
        return left || !now.isBefore(next());
    }

    void wrote(String written, Instant now) {
        if (!written.equals(content)) {
            content = written;
            count = 0;
            contents++;
            lists = false;
            contention = subject.tellsItself() ? contention : Optional.empty();
        }
        count++;
        seen = true;
        last = now;
        refusal = Optional.empty();
        settled = List.of();
    }

    /** The last write was not carried out, and the next one may be. */
    void failed() {
        count = Math.max(0, count - 1);
    }

    void refused(Cause cause) {
        seen = true;
        refusal = Optional.of(cause);
    }

    Optional<Cause> refusal() {
        return refusal;
    }

    void differs(List<Difference> differences) {
        seen = true;
        if (contention.filter(told -> isAmong(told, differences)).isEmpty()) {
            contention = Optional.of(Contention.of(subject, differences, false));
        }
    }

    void settle(String written, List<Difference> differences) {
        seen = true;
        content = written;
        settled = List.copyOf(differences);
        contention = Optional.of(Contention.of(subject, differences, true));
    }

    /** The words of a contention stay while it is about the same field: a value that moves must not move the status. */
    private static boolean isAmong(Contention told, List<Difference> differences) {
        return differences.stream()
                .anyMatch(found -> found.field().equals(told.first().field()));
    }

    /** What is wanted is live. Returns whether it has been so for long enough that nobody contests it. */
    boolean holds(Instant now) {
        seen = true;
        return !now.isBefore(next());
    }

    Optional<Contention> contention() {
        return contention.filter(told -> seen);
    }

    /** A new round begins. Returns whether nothing here needs to be remembered any more. */
    boolean begin(boolean edited, Instant now) {
        boolean over = !seen && !now.isBefore(next());
        seen = false;
        contents = edited ? 0 : contents;
        return over;
    }

    /** When it has to be looked at again; empty if nothing changes by waiting. */
    Optional<Instant> again() {
        return settled.isEmpty() && (contention().isPresent() || refusal.isPresent() && seen)
                ? Optional.of(next())
                : Optional.empty();
    }

    void preferLists(boolean prefer) {
        lists = prefer;
    }

    boolean prefersLists() {
        return lists;
    }

    private Instant next() {
        return last.equals(Instant.MIN) ? last : last.plus(THEN_EVERY);
    }
}
