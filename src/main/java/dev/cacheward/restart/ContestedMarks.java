package dev.cacheward.restart;

import dev.cacheward.api.v1alpha1.RestartTarget;
import dev.cacheward.drift.Difference;
import dev.cacheward.drift.Subject;
import dev.cacheward.drift.Tries;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Marks a workload no more often than {@link Tries} allows. A mark that others take away after it was set is not set again: each
 * time it replaces all pods twice, and the first time they have read the keys.
 */
final class ContestedMarks {
    private final Tries tries;

    ContestedMarks(Tries tries) {
        this.tries = tries;
    }

    /** Judges a workload that was read: one that may not be marked now is left as it is. */
    Marking inspected(String owner, RestartTarget target, Mark mark, Marking found) {
        Subject subject = subject(owner, target);
        if (found instanceof Marking.Done) {
            tries.holds(subject);
        }
        if (!(found instanceof Marking.Due due)
                || tries.allows(subject, due.value().text(), List.of(lost(mark, due)))) {
            return found;
        }
        tries.differs(subject, List.of(lost(mark, due)));
        return new Marking.Contested();
    }

    /** Writes a mark and judges the answer. */
    Marking written(String owner, RestartTarget target, Mark mark, Marking.Due due, Supplier<Marking> write) {
        Subject subject = subject(owner, target);
        String value = due.value().text();
        tries.writing(subject, value);
        Marking written = write.get();
        if (!(written instanceof Marking.Done || written instanceof Marking.Due)) {
            tries.failed(subject); // refusals have a pace of their own
        }
        if (written instanceof Marking.Done && !tries.allows(subject, value)) {
            tries.settle(subject, value, List.of(lost(mark, due)));
        }
        return written;
    }

    private static Difference lost(Mark mark, Marking.Due due) {
        return Difference.of(
                "spec.template.metadata.annotations[" + mark.annotation() + "]",
                Optional.empty(),
                due.value().text());
    }

    private static Subject subject(String owner, RestartTarget target) {
        return Subject.of(owner, target.kind().wire(), target.name());
    }
}
