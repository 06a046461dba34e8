package dev.cacheward.cli.diff.report;

import java.util.List;
import java.util.Optional;

/**
 * What an apply of one resource would do.
 *
 * @param resource kind, namespace and name, such as {@code CacheProfile shop/web}
 * @param file where it stands
 * @param refused why it would not be accepted; then nothing changes
 * @param spec what changes in the resource itself
 * @param server how its server gets there; empty for a policy, and for a Redis that stays with somebody else
 * @param details about that, as sentences
 * @param objects what changes beside
 * @param restarts the applications that are restarted, such as {@code Deployment/backend}
 * @param notes what else a person should know
 */
public record ResourceDiff(
        String resource,
        String file,
        List<String> refused,
        List<FieldChange> spec,
        Optional<Way> server,
        List<String> details,
        List<ObjectChange> objects,
        List<String> restarts,
        List<String> notes) {
    /** Keeps copies. */
    public ResourceDiff {
        refused = List.copyOf(refused);
        spec = List.copyOf(spec);
        details = List.copyOf(details);
        objects = List.copyOf(objects);
        restarts = List.copyOf(restarts);
        notes = List.copyOf(notes);
    }

    /** Returns that of a resource that would not be accepted. */
    public static ResourceDiff refused(String resource, String file, List<String> why) {
        return new ResourceDiff(
                resource, file, why, List.of(), Optional.empty(), List.of(), List.of(), List.of(), List.of());
    }

    /** Whether an apply would change anything. */
    public boolean changes() {
        return !spec.isEmpty()
                || !objects.isEmpty()
                || server.filter(Way::changes).isPresent();
    }
}
