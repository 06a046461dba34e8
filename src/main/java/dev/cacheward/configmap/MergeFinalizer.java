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

/** The finalizer that a resource carries for as long as keys of it may be in ConfigMaps that are not owned by us, and no longer. */
@SuppressWarnings(
        "removal") // The method that replaces it needs a reconciliation, and a cleanup without the operator has none.
final class MergeFinalizer {
    private final KubernetesClient client;

    MergeFinalizer(KubernetesClient client) {
        this.client = client;
    }

    /** Why it may not be set; then nothing may be merged. */
    Optional<Cause> add(HasMetadata resource) {
        return tried("set the finalizer that merging needs", () -> {
            if (!resource.hasFinalizer(Labels.MERGE_FINALIZER)) {
                PrimaryUpdateAndCacheUtils.addFinalizer(client, resource, Labels.MERGE_FINALIZER);
            }
        });
    }

    /** Why it may not be taken off; nothing but the end of the resource needs that. */
    Optional<Cause> remove(HasMetadata resource) {
        return tried("take off the finalizer that merging needed", () -> release(resource));
    }

    /**
     * Takes it off a resource that ends.
     *
     * @throws RuntimeException where it may not: there is nothing else to be done
     */
    void release(HasMetadata resource) {
        if (resource.hasFinalizer(Labels.MERGE_FINALIZER)) {
            PrimaryUpdateAndCacheUtils.removeFinalizer(client, resource, Labels.MERGE_FINALIZER);
        }
    }

    /** The operator SDK tries again where writers meet, and where a patch is called invalid, and throws its own at the end. */
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
