package dev.cacheward.kubernetes;

import dev.cacheward.status.Warnings;
import dev.cacheward.validation.Quote;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Optional;

/**
 * Reads the annotations of a custom resource by which a person pauses it, or asks for something now.
 */
public final class ResourceAnnotations {
    /** Pauses the resource while the value is {@code true}; every other value counts as none, and is a warning unless {@code false}. */
    public static final String PAUSED = "cacheward.dev/paused";

    /** Every change of its value starts a reconciliation at once. */
    public static final String RECONCILE = "cacheward.dev/reconcile";

    /** Allows to replace the server of a profile without its data while the value is the generation of the profile. */
    public static final String ALLOW_COLD_ROLL = "cacheward.dev/allow-cold-roll";

    /** Every change of its value asks for a new pod of the server. */
    public static final String MOVE = "cacheward.dev/move";

    /** Every change of its value asks for a new generated password. */
    public static final String ROTATE = "cacheward.dev/rotate";

    /** Asks for the keys that match its value to be deleted. */
    public static final String PURGE = "cacheward.dev/purge";

    private static final List<String> ALL = List.of(PAUSED, RECONCILE, ALLOW_COLD_ROLL, MOVE, ROTATE, PURGE);

    private ResourceAnnotations() {}

    /** Whether only the status of the resource may be written. A resource that is being deleted is never paused. */
    public static boolean paused(HasMetadata resource) {
        return !resource.isMarkedForDeletion()
                && value(resource, PAUSED).filter("true"::equals).isPresent();
    }

    /** Returns a warning where {@link #PAUSED} has a value that somebody may take for one that pauses. */
    public static Warnings warnings(HasMetadata resource) {
        return value(resource, PAUSED)
                .filter(value -> !value.equals("true") && !value.equals("false"))
                .map(value -> new Warnings(List.of("Annotation " + PAUSED + " is " + Quote.of(value)
                        + ", which pauses nothing: allowed are \"true\", which pauses, and \"false\".")))
                .orElseGet(Warnings::none);
    }

    /** Returns the value of {@link #RECONCILE}, or an empty text. A new value asks for a new attempt. */
    public static String token(HasMetadata resource) {
        return value(resource, RECONCILE).orElse("");
    }

    /** Whether one of the annotations was set, changed or removed. */
    public static boolean differ(HasMetadata after, HasMetadata before) {
        return ALL.stream().anyMatch(name -> !value(after, name).equals(value(before, name)));
    }

    /** Returns the value of one of the annotations. */
    public static Optional<String> value(HasMetadata resource, String name) {
        return Optional.ofNullable(resource.getMetadata().getAnnotations()).map(annotations -> annotations.get(name));
    }
}
