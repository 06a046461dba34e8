package dev.cacheward.kubernetes;

import dev.cacheward.drift.Drift;
import dev.cacheward.drift.Subject;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.HasMetadata;

/**
 * An object that is to be written.
 *
 * @param object stamped by {@link Drift#stamp}
 * @param subject whose tries count
 * @param content tells it from another that was wanted under the same name
 */
record DesiredObject(HasMetadata object, Subject subject, String content) {
    static DesiredObject of(HasMetadata object, Owner owner) {
        return new DesiredObject(object, Subject.of(owner.uid(), object), Drift.content(object));
    }

    /** An object of that name is not owned by us and was not touched. */
    Cause taken() {
        return new Cause(
                Reason.NAME_CONFLICT,
                subject.words()
                        + " is needed here but belongs to somebody else; it was not touched. Delete or rename it, or"
                        + " choose another name.");
    }

    /** The object of a deleted resource of the same name is still being deleted. */
    Cause going() {
        return new Cause(Reason.AWAITING_DELETION, subject.words() + " of a deleted resource is still being removed.");
    }
}
