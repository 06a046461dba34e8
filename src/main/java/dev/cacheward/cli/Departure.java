package dev.cacheward.cli;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.Delivered;
import dev.cacheward.api.v1alpha1.Delivery;
import dev.cacheward.api.v1alpha1.RateLimitPolicy;
import dev.cacheward.api.v1alpha1.ResourceStatus;
import dev.cacheward.configmap.Farewell;
import dev.cacheward.configmap.Left;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.javaoperatorsdk.operator.OperatorException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One resource that is to be let go. Whatever keeps it, keeps no other: nothing is thrown for the API server's sake. */
final class Departure {
    private static final Logger LOG = LoggerFactory.getLogger(Departure.class);

    private final Farewell farewell;
    private final HasMetadata resource;
    private final Farewell.Memory memory;
    /** As the last try that came to an end found them. */
    private List<Left> left;

    private Departure(Farewell farewell, HasMetadata resource, Farewell.Memory memory) {
        this.farewell = farewell;
        this.resource = resource;
        this.memory = memory;
        this.left = memory.untried();
    }

    static Departure of(Farewell farewell, CacheProfile profile) {
        return new Departure(
                farewell, profile, memory(profile, profile.getSpec().delivery()));
    }

    static Departure of(Farewell farewell, RateLimitPolicy policy) {
        return new Departure(farewell, policy, memory(policy, policy.getSpec().delivery()));
    }

    private static Farewell.Memory memory(
            CustomResource<?, ? extends ResourceStatus> resource, List<Delivery> delivery) {
        List<Delivered> delivered = Optional.ofNullable(resource.getStatus())
                .map(ResourceStatus::delivered)
                .orElse(List.of());
        return Farewell.Memory.of(Optional.ofNullable(delivery), delivered);
    }

    /** Lets it go if its keys are out; whether it went. */
    boolean attempt() {
        try {
            left = farewell.takeOut(resource, memory);
            if (!left.isEmpty()) {
                LOG.info(
                        "{} cannot be changed yet",
                        left.stream().map(Left::configMap).toList());
                return false;
            }
            farewell.letGo(resource, left);
            return true;
        } catch (KubernetesClientException | OperatorException failed) {
            LOG.info("{} cannot go yet: {}", name(), failed.getMessage());
            return false;
        }
    }

    /** Lets it go whatever is left. */
    void end() {
        try {
            farewell.letGo(resource, left);
        } catch (KubernetesClientException | OperatorException failed) {
            LOG.error("{} keeps its finalizer, which has to be removed by hand: {}", name(), failed.getMessage());
        }
    }

    private String name() {
        return resource.getKind() + " " + resource.getMetadata().getNamespace() + "/"
                + resource.getMetadata().getName();
    }
}
