package dev.cacheward.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Optional;

/**
 * Reads the two annotations of a custom resource: with one a person pauses it, with the other a person asks for a
 * reconciliation.
 */
public final class ResourceAnnotations {
    /** Pauses the resource while the value is {@code true}; every other value counts as none. */
    public static final String PAUSED = "cacheward.dev/paused";

    /** Every change of its value starts a reconciliation at once. */
    public static final String RECONCILE = "cacheward.dev/reconcile";

    private ResourceAnnotations() {}

    /** Whether only the status of the resource may be written. A resource that is being deleted is never paused. */
    public static boolean paused(HasMetadata resource) {
        return !resource.isMarkedForDeletion()
                && value(resource, PAUSED).filter("true"::equals).isPresent();
    }

    /** Returns the value of {@link #RECONCILE}, or an empty text. A new value asks for a new attempt. */
    public static String token(HasMetadata resource) {
        return value(resource, RECONCILE).orElse("");
    }

    /** Whether either annotation was set, changed or removed. */
    public static boolean differ(HasMetadata after, HasMetadata before) {
        return !value(after, PAUSED).equals(value(before, PAUSED))
                || !value(after, RECONCILE).equals(value(before, RECONCILE));
    }

    private static Optional<String> value(HasMetadata resource, String name) {
        return Optional.ofNullable(resource.getMetadata().getAnnotations()).map(annotations -> annotations.get(name));
    }
}
