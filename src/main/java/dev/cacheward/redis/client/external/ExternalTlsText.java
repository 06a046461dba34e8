package dev.cacheward.redis.client.external;

import dev.cacheward.redis.client.tls.TlsTrouble;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;

/** Says what to do if no encrypted connection to a server of somebody else comes about. */
final class ExternalTlsText {
    private ExternalTlsText() {}

    static Cause of(TlsTrouble trouble) {
        return new Cause(Reason.TLS_FAILED, trouble.what() + ". " + advice(trouble));
    }

    private static String advice(TlsTrouble trouble) {
        return switch (trouble) {
            case CA_UNREADABLE -> "Put right what tls.caFrom names: at most 300 certificates, and 512 KiB.";
            case CLIENT_CERTIFICATE_UNREADABLE, CLIENT_KEY_UNREADABLE, CLIENT_KEY_OF_ANOTHER ->
                "Put right what tls.clientCertificateFrom names: tls.crt and tls.key must belong together. A chain has at"
                        + " most 20 certificates and 128 KiB, a key 32 KiB.";
            case UNKNOWN_CA ->
                "Name the CA's certificate in tls.caFrom: the provider offers it for download. If there are"
                        + " several, put all of them one after the other.";
            case WRONG_NAME ->
                "Connect to a host that the certificate names, or write a name that it has in" + " tls.serverName.";
            case NAME_UNKNOWN_THERE ->
                "Connect to the host as the provider's console shows it, or write that name in" + " tls.serverName.";
            case EXPIRED, NOT_YET_VALID, NOT_FOR_SERVERS, WEAK, NOT_ACCEPTED ->
                "Have the server's owner put a new" + " certificate there.";
            default -> ofConnection(trouble);
        };
    }

    private static String ofConnection(TlsTrouble trouble) {
        return switch (trouble) {
            case PLAINTEXT_SERVER ->
                "Name the port for TLS; only if the server offers none, use redis:// in the URL, or"
                        + " tls.mode: Disabled.";
            case TLS_SERVER -> "Use rediss:// in the URL, or tls.mode: Enabled.";
            case CLIENT_CERTIFICATE_WANTED -> "Name a certificate with its key in tls.clientCertificateFrom.";
            case CLIENT_CERTIFICATE_REFUSED ->
                "Name one in tls.clientCertificateFrom that the server's owner has"
                        + " registered, and that is still valid.";
            case NOTHING_IN_COMMON -> "Have the server's owner turn on TLS 1.2 or 1.3.";
            case REFUSED -> "If the server wants a client certificate, name it in tls.clientCertificateFrom.";
            case CLOSED ->
                "Does the port speak TLS? Has the server as many connections as it takes, or does it let in"
                        + " certain addresses alone?";
            case SILENT -> "Does the port speak TLS, and is the server overloaded?";
            default -> "Compare host, port and TLS with what the provider's console shows.";
        };
    }
}
