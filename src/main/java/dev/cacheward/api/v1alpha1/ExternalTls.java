package dev.cacheward.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;

/**
 * Encryption of the connection to a Redis that somebody else runs. Every component may be null.
 *
 * @param mode null means Enabled, or what the URL says
 */
public record ExternalTls(
        @JsonPropertyDescription(
                "Enabled or Disabled; with urlFrom the URL says it. Default: Enabled where tls is given.")
        TlsMode mode,

        @JsonPropertyDescription(
                "Where the certificates are read that are trusted, in PEM, one or more. Default: those that "
                        + "the operator's platform trusts.")
        ValueSource caFrom,

        @JsonPropertyDescription("A Secret with the certificate and the key that clients show.")
        CertificateSource clientCertificateFrom,

        @JsonPropertyDescription("The name that the server's certificate has, if it is not the host's.")
        @Size(min = 1, max = 253)
        String serverName,

        @JsonPropertyDescription("What is checked of the certificate: Full (its signature and its name), CA (its "
                + "signature), or None (nothing: anybody between could read and change everything). Default: Full.")
        Verification verify) {}
