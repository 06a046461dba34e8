package dev.cacheward.cli.cleanup;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.Delivered;
import dev.cacheward.api.v1alpha1.Delivery;
import dev.cacheward.api.v1alpha1.RateLimitPolicy;
import dev.cacheward.api.v1alpha1.ResourceStatus;
import dev.cacheward.configmap.MergeCleanup;
import dev.cacheward.configmap.RemainingKeys;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.javaoperatorsdk.operator.OperatorException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Cleans up one resource. A failure here does not stop the other resources: API errors are logged, not thrown. */
final class ResourceCleanup {
    private static final Logger LOG = LoggerFactory.getLogger(ResourceCleanup.class);

    private final MergeCleanup cleanup;
    private final CustomResource<?, ? extends ResourceStatus> resource;
    private final MergeCleanup.MergeTargets targets;
    /** The keys that remain, as the last completed attempt found them. */
    private List<RemainingKeys> left;

    private ResourceCleanup(
            MergeCleanup cleanup,
            CustomResource<?, ? extends ResourceStatus> resource,
            MergeCleanup.MergeTargets targets) {
        this.cleanup = cleanup;
        this.resource = resource;
        this.targets = targets;
        this.left = targets.untried();
    }

    static ResourceCleanup of(MergeCleanup cleanup, CacheProfile profile) {
        return new ResourceCleanup(
                cleanup, profile, targets(profile, profile.getSpec().delivery()));
    }

    static ResourceCleanup of(MergeCleanup cleanup, RateLimitPolicy policy) {
        return new ResourceCleanup(
                cleanup, policy, targets(policy, policy.getSpec().delivery()));
    }

    private static MergeCleanup.MergeTargets targets(
            CustomResource<?, ? extends ResourceStatus> resource, List<? extends Delivery> delivery) {
        List<Delivered> delivered = Optional.ofNullable(resource.getStatus())
                .map(ResourceStatus::delivered)
                .orElse(List.of());
        return MergeCleanup.MergeTargets.of(delivery, delivered);
    }

    /** Removes the finalizer if all keys are out. Returns whether it did. */
    boolean attempt() {
        try {
            left = cleanup.removeKeys(resource, targets);
            if (!left.isEmpty()) {
                LOG.info(
                        "{} cannot be changed yet",
                        left.stream().map(RemainingKeys::configMap).toList());
                return false;
            }
            cleanup.removeFinalizer(resource, left);
            return true;
        } catch (KubernetesClientException | OperatorException failed) {
            LOG.info("{} keeps its finalizer for now: {}", name(), failed.getMessage());
            return false;
        }
    }

    /** Removes the finalizer even if keys are left. */
    void end() {
        try {
            cleanup.removeFinalizer(resource, left);
        } catch (KubernetesClientException | OperatorException failed) {
            LOG.error("{} keeps its finalizer, which has to be removed by hand: {}", name(), failed.getMessage());
        }
    }

    /** Says that nobody looks after it any more. */
    void say(LastWords words) {
        words.say(resource);
    }

    private String name() {
        return resource.getKind() + " " + resource.getMetadata().getNamespace() + "/"
                + resource.getMetadata().getName();
    }
}
