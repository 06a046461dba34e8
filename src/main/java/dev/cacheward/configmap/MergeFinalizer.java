package dev.cacheward.configmap;

import dev.cacheward.drift.Contention;
import dev.cacheward.drift.Difference;
import dev.cacheward.drift.Subject;
import dev.cacheward.drift.Tries;
import dev.cacheward.kubernetes.ApiRefusal;
import dev.cacheward.kubernetes.Labels;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.javaoperatorsdk.operator.OperatorException;
import io.javaoperatorsdk.operator.api.reconciler.PrimaryUpdateAndCacheUtils;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Sets and removes the finalizer of a resource. The resource carries it exactly as long as keys of it may be in ConfigMaps that
 * are not owned by us.
 */
@SuppressWarnings(
        "removal") // The method that replaces it needs a reconciliation, and a cleanup without the operator has none.
final class MergeFinalizer {
    private static final String SET = "set";
    private static final String UNSET = "unset";

    private final KubernetesClient client;
    private final Tries tries;

    /** @param tries the writes so far */
    MergeFinalizer(KubernetesClient client, Tries tries) {
        this.client = client;
        this.tries = tries;
    }

    /** Sets the finalizer. Returns why that was refused; then nothing may be merged. */
    Optional<Cause> add(HasMetadata resource) {
        return resource.hasFinalizer(Labels.MERGE_FINALIZER)
                ? held(resource)
                : tried(resource, SET, "set the finalizer that merging needs", () -> added(resource));
    }

    /** Returns why the finalizer is not there although the API server took it: admission takes it off again. */
    private Optional<Cause> added(HasMetadata resource) {
        boolean there = PrimaryUpdateAndCacheUtils.addFinalizer(client, resource, Labels.MERGE_FINALIZER)
                .hasFinalizer(Labels.MERGE_FINALIZER);
        return there
                ? Optional.empty()
                : Optional.of(new Contention(subject(resource).words(), difference(SET), 0, false).cause());
    }

    /** Removes the finalizer. Returns why that was refused, which only holds up a deletion of the resource. */
    Optional<Cause> remove(HasMetadata resource) {
        return resource.hasFinalizer(Labels.MERGE_FINALIZER)
                ? tried(resource, UNSET, "take off the finalizer that merging needed", () -> {
                    release(resource);
                    return Optional.empty();
                })
                : held(resource);
    }

    /**
     * Removes the finalizer of a resource that is being deleted.
     *
     * @throws RuntimeException if that is refused
     */
    void release(HasMetadata resource) {
        if (resource.hasFinalizer(Labels.MERGE_FINALIZER)) {
            PrimaryUpdateAndCacheUtils.removeFinalizer(client, resource, Labels.MERGE_FINALIZER);
        }
    }

    /**
     * Turns a refusal into a cause. The operator SDK itself retries after a conflict of two writers and after a patch that is
     * called invalid, and throws its own exception in the end.
     */
    private Optional<Cause> tried(HasMetadata resource, String content, String what, Supplier<Optional<Cause>> change) {
        Subject subject = subject(resource);
        if (!tries.allows(subject, content)) {
            return tries.heldBack(subject, List.of(difference(content)))
                    .or(() -> tries.contention(subject).map(Contention::cause));
        }
        tries.writing(subject, content);
        try {
            return change.get();
        } catch (OperatorException exhausted) {
            return Optional.of(refused(subject, what, exhausted.getMessage()));
        } catch (KubernetesClientException exception) {
            if (!ApiRefusal.lasting(exception)) {
                tries.failed(subject);
                throw exception;
            }
            return Optional.of(refused(subject, what, ApiRefusal.of(exception).message()));
        }
    }

    private Optional<Cause> held(HasMetadata resource) {
        tries.holds(subject(resource));
        return Optional.empty();
    }

    private static Difference difference(String content) {
        String field = "metadata.finalizers[" + Labels.MERGE_FINALIZER + "]";
        return content.equals(SET)
                ? Difference.of(field, Optional.empty(), SET)
                : Difference.of(field, Optional.of(SET), UNSET);
    }

    private Cause refused(Subject subject, String what, String message) {
        Cause cause = new Cause(Reason.WRITE_REFUSED, "The API server refuses to " + what + ": " + message);
        tries.refused(subject, cause);
        return cause;
    }

    private static Subject subject(HasMetadata resource) {
        return Subject.finalizer(resource.getMetadata().getUid());
    }
}
