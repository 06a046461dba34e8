package dev.cacheward.cacheprofile.model.tls;

import dev.cacheward.redis.Password;
import dev.cacheward.redis.Tls;
import dev.cacheward.validation.Fingerprint;

/**
 * A certificate that a server can show, all in PEM.
 *
 * @param chain the server's own first
 * @param ca the CAs by which clients know the server, and the server its clients
 */
public record ServerCertificate(String chain, Password key, String ca) {
    /** Tells this certificate from every other. Nothing of the key can be read from it. */
    public String fingerprint() {
        return Fingerprint.of(chain, key.value(), ca);
    }

    /** Returns it as a client shows it. */
    public Tls.ClientCertificate asClient() {
        return new Tls.ClientCertificate(chain, key);
    }

    /** Leaves out the key. */
    @Override
    public String toString() {
        return "ServerCertificate[" + fingerprint() + "]";
    }
}
