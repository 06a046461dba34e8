package dev.cacheward.configmap;

import dev.cacheward.kubernetes.ApiRefusal;
import dev.cacheward.kubernetes.Labels;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.javaoperatorsdk.operator.OperatorException;
import io.javaoperatorsdk.operator.api.reconciler.PrimaryUpdateAndCacheUtils;
import java.util.Optional;

/**
 * Sets and removes the finalizer of a resource. The resource carries it exactly as long as keys of it may be in ConfigMaps that
 * are not owned by us.
 */
@SuppressWarnings(
        "removal") // The method that replaces it needs a reconciliation, and a cleanup without the operator has none.
final class MergeFinalizer {
    private final KubernetesClient client;

    MergeFinalizer(KubernetesClient client) {
        this.client = client;
    }

    /** Sets the finalizer. Returns why that was refused; then nothing may be merged. */
    Optional<Cause> add(HasMetadata resource) {
        return tried("set the finalizer that merging needs", () -> {
            if (!resource.hasFinalizer(Labels.MERGE_FINALIZER)) {
                PrimaryUpdateAndCacheUtils.addFinalizer(client, resource, Labels.MERGE_FINALIZER);
            }
        });
    }

    /** Removes the finalizer. Returns why that was refused, which only holds up a deletion of the resource. */
    Optional<Cause> remove(HasMetadata resource) {
        return tried("take off the finalizer that merging needed", () -> release(resource));
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
    private static Optional<Cause> tried(String what, Runnable change) {
        try {
            change.run();
            return Optional.empty();
        } catch (OperatorException exhausted) {
            return Optional.of(cause(what, exhausted.getMessage()));
        } catch (KubernetesClientException exception) {
            return Optional.of(cause(what, ApiRefusal.ofLasting(exception).message()));
        }
    }

    private static Cause cause(String what, String message) {
        return new Cause(Reason.WRITE_REFUSED, "The API server refuses to " + what + ": " + message);
    }
}
