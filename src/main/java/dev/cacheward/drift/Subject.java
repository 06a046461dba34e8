package dev.cacheward.drift;

import dev.cacheward.validation.Quote;
import io.fabric8.kubernetes.api.model.HasMetadata;

/**
 * What is written again and again, or not: an object, or a part of one.
 *
 * @param owner the uid of the resource on whose behalf it is written
 * @param words such as {@code Service "shop-redis"}, as the start of a sentence
 * @param tellsItself whether its content says that it is contested, and so is another content with that than without
 * @param secondForm whether it is an object in the form that is written where its first form is refused
 */
public record Subject(String owner, String words, boolean tellsItself, boolean secondForm) {
    /** Returns the subject for the status of the resource itself. */
    public static Subject status(String owner) {
        return new Subject(owner, "The status", true, false);
    }

    /** Returns the subject for a finalizer of the resource itself. */
    public static Subject finalizer(String owner) {
        return new Subject(owner, "The finalizer", false, false);
    }

    /** Returns the subject for an object. */
    public static Subject of(String owner, HasMetadata object) {
        return of(owner, object.getKind(), object.getMetadata().getName());
    }

    /** Returns the subject for an object of that name. */
    public static Subject of(String owner, String kind, String name) {
        return new Subject(owner, kind + " " + Quote.whole(name), false, false);
    }

    /** Returns the same object in its second form, whose tries count for themselves. */
    public Subject inSecondForm() {
        return new Subject(owner, words, tellsItself, true);
    }
}
