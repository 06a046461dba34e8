package dev.cacheward.kubernetes;

import dev.cacheward.drift.Drift;
import dev.cacheward.drift.Subject;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import dev.cacheward.validation.Quote;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An object that is to be written.
 *
 * @param object stamped by {@link Drift#stamp}
 * @param subject whose tries count
 * @param content tells it from another that was wanted under the same name
 */
record DesiredObject(HasMetadata object, Subject subject, String content) {
    /** What is lost with an object that holds the only copy of something; others may be deleted. */
    private static final Map<String, String> LOST =
            Map.of("Secret", "the passwords in it", "PersistentVolumeClaim", "the data on its volume");

    static DesiredObject of(HasMetadata object, Owner owner) {
        return new DesiredObject(object, Subject.of(owner.uid(), object), Drift.content(object));
    }

    /** Returns it as the form that is written where the first one is refused. */
    DesiredObject inSecondForm() {
        return new DesiredObject(object, subject.inSecondForm(), content);
    }

    /**
     * An object of that name is not owned by us and was not touched. The message says what a deletion costs, and how to hand the
     * object over.
     */
    Cause taken(HasMetadata live, Owner owner) {
        String controller = Ownership.controller(live)
                .map(other -> " (" + other.getKind() + " " + Quote.whole(other.getName()) + " controls it)")
                .orElse("");
        return new Cause(
                Reason.NAME_CONFLICT,
                subject.words() + " is needed here but belongs to somebody else" + controller
                        + "; it was not touched. If it"
                        + " was made for this resource, as an object from a backup, hand it over: it needs the labels "
                        + marks() + " and no controller in its ownerReferences. Otherwise "
                        + Optional.ofNullable(LOST.get(live.getKind()))
                                .map(lost -> "choose another name, or rename it; to delete it costs " + lost + ".")
                                .orElse("delete or rename it, or choose another name.")
                        + handover(owner));
    }

    private String marks() {
        return Labels.ofChildren(object.getMetadata().getLabels()).entrySet().stream()
                .map(label -> label.getKey() + "=" + label.getValue())
                .collect(Collectors.joining(", "));
    }

    private String handover(Owner owner) {
        return object.getKind().equals("PersistentVolumeClaim")
                ? " To hand it over with its data, label it " + Labels.RETAINED_PROFILE + "=" + owner.name() + "."
                : "";
    }

    /** The object of a deleted resource of the same name is still being deleted. */
    Cause going() {
        return new Cause(Reason.AWAITING_DELETION, subject.words() + " of a deleted resource is still being removed.");
    }
}
