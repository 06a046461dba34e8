package dev.cacheward.redis.client.tls;

import io.netty.handler.ssl.NotSslRecordException;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Turns an exception of a handshake into what is the matter. The JDK tells most by words alone. */
public final class TlsFailures {
    private record Words(String part, TlsTrouble trouble) {}

    /** The first that an exception contains decides, so the more special ones come first. All are lower-case. */
    private static final List<Words> WORDS = List.of(
            new Words("not an ssl/tls record", TlsTrouble.PLAINTEXT_SERVER),
            new Words("unrecognized ssl message", TlsTrouble.PLAINTEXT_SERVER),
            new Words("no subject alternative", TlsTrouble.WRONG_NAME),
            new Words("no name matching", TlsTrouble.WRONG_NAME),
            new Words("extended key usage", TlsTrouble.NOT_FOR_SERVERS),
            new Words("algorithm constraints", TlsTrouble.WEAK),
            new Words("unable to find valid certification path", TlsTrouble.UNKNOWN_CA),
            new Words("path does not chain with any of the trust anchors", TlsTrouble.UNKNOWN_CA),
            new Words("alert: certificate_required", TlsTrouble.CLIENT_CERTIFICATE_WANTED),
            new Words("alert: protocol_version", TlsTrouble.NOTHING_IN_COMMON),
            new Words("alert: insufficient_security", TlsTrouble.NOTHING_IN_COMMON),
            new Words("no appropriate protocol", TlsTrouble.NOTHING_IN_COMMON),
            new Words("is not accepted by client preferences", TlsTrouble.NOTHING_IN_COMMON),
            new Words("alert: unrecognized_name", TlsTrouble.NAME_UNKNOWN_THERE),
            new Words("alert: handshake_failure", TlsTrouble.REFUSED),
            new Words("alert: bad_certificate", TlsTrouble.CLIENT_CERTIFICATE_REFUSED),
            new Words("alert: unsupported_certificate", TlsTrouble.CLIENT_CERTIFICATE_REFUSED),
            new Words("alert: certificate_", TlsTrouble.CLIENT_CERTIFICATE_REFUSED),
            new Words("alert: unknown_ca", TlsTrouble.CLIENT_CERTIFICATE_REFUSED),
            new Words("alert: access_denied", TlsTrouble.CLIENT_CERTIFICATE_REFUSED),
            new Words("alert: decrypt_error", TlsTrouble.CLIENT_CERTIFICATE_REFUSED),
            new Words("path building failed", TlsTrouble.UNKNOWN_CA),
            new Words("closing inbound before", TlsTrouble.CLOSED),
            new Words("connection closed while", TlsTrouble.CLOSED),
            new Words("removed before handshake", TlsTrouble.CLOSED));

    private TlsFailures() {}

    /** Whether the exception comes from the encryption, in a handshake or after it. */
    public static boolean isTls(Throwable thrown) {
        return chain(thrown).anyMatch(SSLException.class::isInstance);
    }

    /**
     * Finds what is the matter.
     *
     * @param showedCertificate whether the client showed a certificate; where it showed none, a server that refuses it wants one
     */
    public static TlsTrouble of(Throwable thrown, boolean showedCertificate) {
        return byType(thrown)
                .or(() -> byWords(thrown))
                .map(trouble -> trouble == TlsTrouble.CLIENT_CERTIFICATE_REFUSED && !showedCertificate
                        ? TlsTrouble.CLIENT_CERTIFICATE_WANTED
                        : trouble)
                .orElseGet(() -> unknown(thrown));
    }

    private static TlsTrouble unknown(Throwable thrown) {
        if (chain(thrown).anyMatch(CertificateException.class::isInstance)) {
            return TlsTrouble.NOT_ACCEPTED;
        }
        return thrown instanceof IOException && !isTls(thrown) ? TlsTrouble.CLOSED : TlsTrouble.OTHER;
    }

    private static Optional<TlsTrouble> byType(Throwable thrown) {
        return chain(thrown)
                .flatMap(cause -> Stream.of(
                                new TypeRule(CertificateExpiredException.class, TlsTrouble.EXPIRED),
                                new TypeRule(CertificateNotYetValidException.class, TlsTrouble.NOT_YET_VALID),
                                new TypeRule(NotSslRecordException.class, TlsTrouble.PLAINTEXT_SERVER),
                                new TypeRule(SslHandshakeTimeoutException.class, TlsTrouble.SILENT),
                                new TypeRule(ClosedChannelException.class, TlsTrouble.CLOSED))
                        .filter(rule -> rule.type().isInstance(cause)))
                .map(TypeRule::trouble)
                .findFirst();
    }

    private record TypeRule(Class<?> type, TlsTrouble trouble) {}

    private static Optional<TlsTrouble> byWords(Throwable thrown) {
        String words = chain(thrown)
                .map(cause -> String.valueOf(cause.getMessage()))
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT);
        return WORDS.stream()
                .filter(rule -> words.contains(rule.part()))
                .map(Words::trouble)
                .findFirst();
    }

    private static Stream<Throwable> chain(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(15);
    }
}
