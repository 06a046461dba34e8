package dev.cacheward.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/**
 * An issuer of cert-manager.
 *
 * @param kind null means Issuer
 * @param group null means cert-manager.io
 */
public record IssuerReference(
        @JsonPropertyDescription("Name of the issuer.") @Required @Size(min = 1, max = 253)
        String name,

        @JsonPropertyDescription(
                "Issuer (in the same namespace), ClusterIssuer, or a kind of another group. Default: Issuer.")
        @Size(min = 1, max = 63)
        String kind,

        @JsonPropertyDescription("API group of the issuer. Default: cert-manager.io.") @Size(min = 1, max = 253)
        String group) {}
