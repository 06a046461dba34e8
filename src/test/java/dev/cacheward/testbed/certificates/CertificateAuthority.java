package dev.cacheward.testbed.certificates;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Signs certificates for a test. Each has a key of its own. */
public final class CertificateAuthority {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Issued own;

    private CertificateAuthority(Issued own) {
        this.own = own;
    }

    /** A root that signed itself. */
    public static CertificateAuthority root(String name) {
        KeyPair keys = keys("EC");
        Subject subject = Subject.named(name);
        return new CertificateAuthority(
                new Issued(sign(subject, keys, subject.principal(), keys, true), keys, List.of()));
    }

    /** Another that this one signed. */
    public CertificateAuthority intermediate(String name) {
        KeyPair keys = keys("EC");
        X509Certificate certificate =
                sign(Subject.named(name), keys, own.certificate().getSubjectX500Principal(), own.keys(), true);
        return new CertificateAuthority(new Issued(certificate, keys, chain()));
    }

    /** A certificate that nobody else signed. */
    public static Issued selfSigned(Subject subject) {
        KeyPair keys = keys("EC");
        return new Issued(sign(subject, keys, subject.principal(), keys, false), keys, List.of());
    }

    public Issued issue(Subject subject) {
        return issue(subject, "EC");
    }

    /** @param algorithm of the key, such as {@code RSA} */
    public Issued issue(Subject subject, String algorithm) {
        KeyPair keys = keys(algorithm);
        X509Certificate certificate =
                sign(subject, keys, own.certificate().getSubjectX500Principal(), own.keys(), false);
        return new Issued(certificate, keys, chain());
    }

    /** The certificate that clients trust. */
    public String pem() {
        return own.pem();
    }

    /** Its key, in PKCS#8, for one that signs in its stead. */
    public String key() {
        return own.key();
    }

    /** What stands between a certificate of this one and the root. */
    private List<X509Certificate> chain() {
        boolean root = own.certificate()
                .getIssuerX500Principal()
                .equals(own.certificate().getSubjectX500Principal());
        return root
                ? List.of()
                : Stream.concat(Stream.of(own.certificate()), own.issuers().stream())
                        .toList();
    }

    private static KeyPair keys(String algorithm) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            if (!algorithm.startsWith("Ed")) {
                generator.initialize(algorithm.equals("EC") ? 256 : 2048);
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate sign(
            Subject subject, KeyPair keys, X500Principal issuer, KeyPair issuerKeys, boolean authority) {
        Instant now = Instant.now();
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(64, RANDOM),
                Date.from(now.plus(subject.from())),
                Date.from(now.plus(subject.until())),
                subject.principal(),
                keys.getPublic());
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            if (!subject.alternatives().isEmpty()) {
                builder.addExtension(Extension.subjectAlternativeName, false, names(subject));
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(
                            new JcaContentSignerBuilder("SHA256withECDSA").build(issuerKeys.getPrivate())));
        } catch (CertIOException | OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static GeneralNames names(Subject subject) {
        List<GeneralName> names = new ArrayList<>();
        for (String name : subject.alternatives()) {
            boolean address = name.matches("[0-9.]+|.*:.*");
            names.add(new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, name));
        }
        return new GeneralNames(names.toArray(GeneralName[]::new));
    }

    /**
     * What a certificate says.
     *
     * @param common the common name
     * @param alternatives DNS names and addresses
     * @param from when it begins to be valid, counted from now
     * @param until when it ends to be valid, counted from now
     */
    public record Subject(String common, List<String> alternatives, Duration from, Duration until) {
        /** A common name alone. */
        public static Subject named(String common) {
            return new Subject(common, List.of(), Duration.ofDays(-1), Duration.ofDays(1));
        }

        /** The names of a server. */
        public static Subject server(String... alternatives) {
            return new Subject("server", List.of(alternatives), Duration.ofDays(-1), Duration.ofDays(1));
        }

        public Subject valid(Duration since, Duration till) {
            return new Subject(common, alternatives, since, till);
        }

        X500Principal principal() {
            return new X500Principal("CN=" + common);
        }
    }
}
