package dev.cacheward.redis;

import java.util.Optional;

/**
 * How a connection is encrypted.
 *
 * @param ca the certificates that are trusted, in PEM, one or more; empty: those that the platform trusts
 * @param serverName the name that the certificate must have, and that the server is told (SNI); empty: the host
 * @param client what the client shows of itself; empty if the server asks for nothing
 */
public record Tls(
        Optional<String> ca,
        Verification verification,
        Optional<String> serverName,
        Optional<ClientCertificate> client) {
    /** What a client checks of a server's certificate. */
    public enum Verification {
        /** That a trusted CA signed it, and that it has the name. */
        FULL,
        /** That a trusted CA signed it. */
        CA,
        /** Nothing: whoever answers is believed. */
        NONE
    }

    /**
     * A certificate of a client with its key.
     *
     * @param chain in PEM, its own first
     * @param key in PEM
     */
    public record ClientCertificate(String chain, Password key) {
        /** Leaves out the key. */
        @Override
        public String toString() {
            return "ClientCertificate[...]";
        }
    }

    /** Trusts these certificates for the host's own name. */
    public static Tls trusting(String ca) {
        return new Tls(Optional.of(ca), Verification.FULL, Optional.empty(), Optional.empty());
    }

    /** Trusts what the platform trusts. */
    public static Tls ofPlatform() {
        return new Tls(Optional.empty(), Verification.FULL, Optional.empty(), Optional.empty());
    }

    /** Returns the same for a certificate that has this name. */
    public Tls named(String name) {
        return new Tls(ca, verification, Optional.of(name), client);
    }

    /** Leaves out the certificates. */
    @Override
    public String toString() {
        return "Tls[" + verification + "]";
    }
}
