package dev.cacheward.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/**
 * A Secret with a certificate and its key.
 *
 * @param certificateKey null means tls.crt
 * @param privateKeyKey null means tls.key
 */
public record CertificateSource(
        @JsonPropertyDescription("Name of a Secret in the same namespace.") @Required @Size(min = 1, max = 253)
        String name,

        @JsonPropertyDescription("Key of the certificate, in PEM. Default: tls.crt.") @Size(min = 1, max = 253)
        String certificateKey,

        @JsonPropertyDescription("Key of the private key, in PEM. Default: tls.key.") @Size(min = 1, max = 253)
        String privateKeyKey) {}
