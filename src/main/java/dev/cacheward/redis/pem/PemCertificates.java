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

    private PemCertificates() {}

    /**
     * Reads all certificates of a text, in their order. What stands between them is left out, as OpenSSL does: bundles say there
     * whose they are.
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
