package dev.cacheward.redis.client.tls;

import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;

/** Says what to do if no encrypted connection to a server of the operator's own comes about. */
public final class ManagedTlsText {
    private ManagedTlsText() {}

    public static Cause of(TlsTrouble trouble) {
        return new Cause(Reason.TLS_FAILED, trouble.what() + ". " + advice(trouble));
    }

    private static String advice(TlsTrouble trouble) {
        return switch (trouble) {
            case CA_UNREADABLE, UNKNOWN_CA ->
                "Put the certificate of the CA that signed tls.crt into ca.crt of the Secret.";
            case CLIENT_CERTIFICATE_UNREADABLE, CLIENT_KEY_UNREADABLE, CLIENT_KEY_OF_ANOTHER ->
                "Put a certificate and" + " its own key into tls.crt and tls.key of the Secret.";
            case WRONG_NAME, NAME_UNKNOWN_THERE -> "Have the certificate made for the name of the server's Service.";
            case EXPIRED, NOT_YET_VALID, NOT_FOR_SERVERS, WEAK, NOT_ACCEPTED ->
                "Put a new certificate, and its key, into" + " tls.crt and tls.key of the Secret.";
            case PLAINTEXT_SERVER, TLS_SERVER ->
                "The server still has another configuration than the one that it is to"
                        + " have; the operator is changing it, or says elsewhere why it cannot.";
            case CLIENT_CERTIFICATE_WANTED, CLIENT_CERTIFICATE_REFUSED, REFUSED ->
                "The operator shows the server's own"
                        + " certificate: it must be signed by the CA of ca.crt, and be made for clients as well as for servers.";
            case NOTHING_IN_COMMON -> "Does something stand between the operator and the server?";
            case CLOSED -> "Has the server as many connections as it takes (config.maxclients)? Look into its log.";
            case SILENT -> "Is the server short of CPU, or stopped?";
            case OTHER -> "Look into the server's log.";
        };
    }
}
