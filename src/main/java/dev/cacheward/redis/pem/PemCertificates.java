package dev.cacheward.redis.pem;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads certificates. */
public final class PemCertificates {
    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
    private static final String END = "-----END CERTIFICATE-----";
    private static final Pattern BLOCK = Pattern.compile(BEGIN + "[A-Za-z0-9+/=\\s]{1,100000}+" + END);

    private static final int KIB = 1024;
    private static final int LONGEST = 128 * KIB;
    private static final int LONGEST_BUNDLE = 512 * KIB;
    private static final int MOST_IN_CHAIN = 20;
    private static final int MOST_AUTHORITIES = 40;
    private static final int MOST_IN_BUNDLE = 300;

    private PemCertificates() {}

    /**
     * Reads what an author gives as a certificate with those that lead to its CA. Each may have to be checked against each CA.
     *
     * @throws PemException also if it is larger, or has more certificates, than anybody needs
     */
    public static List<X509Certificate> chain(String text) throws PemException {
        return bounded(text, MOST_IN_CHAIN, LONGEST);
    }

    /**
     * Reads what an author gives as the certificates of CAs.
     *
     * @throws PemException also if it is larger, or has more certificates, than anybody needs
     */
    public static List<X509Certificate> authorities(String text) throws PemException {
        return bounded(text, MOST_AUTHORITIES, LONGEST);
    }

    /**
     * Reads what an author gives as all CAs that are trusted, such as the public ones. None of them is checked against another.
     *
     * @throws PemException also if it is larger, or has more certificates, than anybody needs
     */
    public static List<X509Certificate> bundle(String text) throws PemException {
        return bounded(text, MOST_IN_BUNDLE, LONGEST_BUNDLE);
    }

    private static List<X509Certificate> bounded(String text, int most, int longest) throws PemException {
        if (text.length() > longest) {
            throw new PemException(
                    "is larger than " + longest / KIB + " KiB: keep only the certificates in it that are needed");
        }
        if (BLOCK.matcher(text).results().count() > most) {
            throw new PemException("has more than " + most + " certificates: keep only those that are needed");
        }
        return read(text);
    }

    /**
     * Reads all certificates of a text, in their order. What stands between them is left out, as OpenSSL does: bundles say there
     * whose they are. There is no bound, for the operator itself joins the CAs of certificates that follow each other.
     *
     * @throws PemException if there is none, or one of them is unreadable
     */
    public static List<X509Certificate> read(String text) throws PemException {
        List<String> blocks =
                BLOCK.matcher(text).results().map(MatchResult::group).toList();
        if (blocks.isEmpty()) {
            throw new PemException("has no certificate in PEM: it must have a block that begins with " + BEGIN);
        }
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            return factory
                    .generateCertificates(
                            new ByteArrayInputStream(String.join("\n", blocks).getBytes(StandardCharsets.US_ASCII)))
                    .stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (CertificateException e) {
            throw new PemException("has a certificate that is damaged: copy it again as a whole");
        }
    }
}
