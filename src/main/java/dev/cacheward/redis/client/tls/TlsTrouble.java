package dev.cacheward.redis.client.tls;

/** Why an encrypted connection does not come about. */
public enum TlsTrouble {
    CA_UNREADABLE("The certificate of the CA cannot be read: it must be in PEM, one block or more that begin with"
            + " -----BEGIN CERTIFICATE-----"),
    CLIENT_CERTIFICATE_UNREADABLE("The client certificate cannot be read: it must be in PEM, a block that begins with"
            + " -----BEGIN CERTIFICATE-----"),
    CLIENT_KEY_UNREADABLE("The key of the client certificate cannot be read: it must be in PEM, not encrypted, and of"
            + " RSA, EC or Ed25519"),
    CLIENT_KEY_OF_ANOTHER("The key of the client certificate belongs to another certificate"),
    UNKNOWN_CA("The server's certificate is signed by no CA that is trusted"),
    WRONG_NAME("The server's certificate is for another name than the one that is connected to"),
    EXPIRED("The server's certificate, or one that it is signed by, has expired"),
    NOT_YET_VALID("The server's certificate, or one that it is signed by, is not yet valid"),
    NOT_FOR_SERVERS("The server's certificate was not made for servers: its extended key usage lacks server"
            + " authentication"),
    WEAK("The server's certificate has a key or a signature that is no longer taken for safe"),
    NOT_ACCEPTED("The server's certificate breaks a rule for certificates"),
    PLAINTEXT_SERVER("The port speaks plaintext, and the connection is to be encrypted"),
    TLS_SERVER("The port speaks TLS, and the connection is not encrypted"),
    CLIENT_CERTIFICATE_WANTED("The server takes only clients that show a certificate"),
    CLIENT_CERTIFICATE_REFUSED("The server does not take the client certificate"),
    NOTHING_IN_COMMON(
            "The server and the operator have no version of TLS in common; the operator speaks TLS 1.2 and" + " 1.3"),
    REFUSED("The server ends the handshake: it wants a client certificate, or it has no cipher in common with the"
            + " operator"),
    NAME_UNKNOWN_THERE("The server knows nothing of the name that it is asked for (SNI)"),
    CLOSED("The connection was closed during the TLS handshake"),
    SILENT("The server takes connections, but does not answer to the TLS handshake"),
    OTHER("The TLS handshake failed");

    private final String what;

    TlsTrouble(String what) {
        this.what = what;
    }

    /** For a person: what is the matter, a sentence without its period. */
    public String what() {
        return what;
    }
}
