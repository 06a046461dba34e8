package dev.cacheward.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import java.util.List;

/** @param from null or empty means: nobody but the operator, and it only where its own namespace is known */
public record NetworkAccess(
        @JsonPropertyDescription("Peers that may connect, as in a NetworkPolicy. Default: none but the operator.")
        @Size(max = 32)
        List<NetworkPolicyPeer> from) {}
