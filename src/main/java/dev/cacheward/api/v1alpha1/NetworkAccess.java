package dev.cacheward.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import java.util.List;

/**
 * @param from the peers that may connect; null or empty admits only the operator, and that only if its own namespace is known
 */
public record NetworkAccess(
        @JsonPropertyDescription("Peers that may connect, as in a NetworkPolicy. Default: none but the operator.")
        @Size(max = 32)
        List<NetworkPolicyPeer> from) {}
