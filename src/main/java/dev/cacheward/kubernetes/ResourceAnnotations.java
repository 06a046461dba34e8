package dev.cacheward.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Optional;

/** The two annotations of a custom resource: by one a person stops the operator, by the other a person calls it. */
public final class ResourceAnnotations {
    /** Stops the operator while it is {@code true}; every other value is as good as none. */
    public static final String PAUSED = "cacheward.dev/paused";

    /** Every change of its value starts a reconciliation at once. */
    public static final String RECONCILE = "cacheward.dev/reconcile";

    private ResourceAnnotations() {}

    /** Whether nothing may be written for the resource but its status. One that is being deleted is not held up. */
    public static boolean paused(HasMetadata resource) {
        return !resource.isMarkedForDeletion()
                && value(resource, PAUSED).filter("true"::equals).isPresent();
    }

    /** The last call; another one is asked for an answer of its own. */
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
