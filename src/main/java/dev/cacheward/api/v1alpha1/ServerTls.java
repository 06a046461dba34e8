package dev.cacheward.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;

/**
 * How a managed Redis encrypts its connections. One of {@code secretName} and {@code issuerRef} is given.
 *
 * @param clientAuth null means None
 * @param plaintext null means Forbidden
 */
public record ServerTls(
        @JsonPropertyDescription("A Secret in the same namespace with the server's certificate: tls.crt, tls.key and "
                + "ca.crt, such as cert-manager writes.")
        @Size(min = 1, max = 253)
        String secretName,

        @JsonPropertyDescription("The issuer of cert-manager that signs the server's certificate.")
        IssuerReference issuerRef,

        @JsonPropertyDescription(
                "Whether applications show a certificate of their own, which a CA of ca.crt has signed. "
                        + "Default: None.")
        ClientAuth clientAuth,

        @JsonPropertyDescription(
                "Whether port 6379 takes connections that are not encrypted, beside port 6380 that takes "
                        + "encrypted ones. Default: Forbidden.")
        Plaintext plaintext) {}
