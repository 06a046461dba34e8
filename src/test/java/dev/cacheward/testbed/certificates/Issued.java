package dev.cacheward.testbed.certificates;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.util.io.pem.PemObject;

/**
 * A certificate with its key.
 *
 * @param issuers those that its issuer is signed by, up to the one below the root
 */
public record Issued(X509Certificate certificate, KeyPair keys, List<X509Certificate> issuers) {
    /** The certificate alone. */
    public String pem() {
        return write(certificate);
    }

    /** The certificate, and those between it and the root. */
    public String chain() {
        return Stream.concat(Stream.of(certificate), issuers.stream())
                .map(Issued::write)
                .collect(Collectors.joining());
    }

    /** The key in PKCS#8. */
    public String key() {
        try {
            return write(new JcaPKCS8Generator(keys.getPrivate(), null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The key in the older form of its kind: PKCS#1, or SEC 1. */
    public String olderKey() {
        return keys.getPrivate() instanceof ECPrivateKey key ? write(secOne(key)) : write(keys.getPrivate());
    }

    /** As OpenSSL and Go write it, with the name of the curve and the public key. */
    private PemObject secOne(ECPrivateKey key) {
        try {
            return new PemObject(
                    "EC PRIVATE KEY",
                    new org.bouncycastle.asn1.sec.ECPrivateKey(
                                    256,
                                    key.getS(),
                                    SubjectPublicKeyInfo.getInstance(
                                                    keys.getPublic().getEncoded())
                                            .getPublicKeyData(),
                                    SECObjectIdentifiers.secp256r1)
                            .getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public PrivateKey privateKey() {
        return keys.getPrivate();
    }

    /** What a server of the JDK shows this certificate with. */
    public SSLContext context() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            X509Certificate[] chain =
                    Stream.concat(Stream.of(certificate), issuers.stream()).toArray(X509Certificate[]::new);
            store.setKeyEntry("server", keys.getPrivate(), new char[0], chain);
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, new char[0]);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(factory.getKeyManagers(), null, null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String write(Object object) {
        StringWriter out = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(out)) {
            writer.writeObject(object);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
