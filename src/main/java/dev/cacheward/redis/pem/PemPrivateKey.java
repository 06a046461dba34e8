package dev.cacheward.redis.pem;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads a private key in the forms in which tools write it: PKCS#8, and the older ones of RSA and of elliptic curves. */
public final class PemPrivateKey {
    /** The longest key that the JDK reads has less than half of it. */
    private static final int LONGEST = 32 * 1024;

    /**
     * Headers of older keys have single hyphens. A body goes no further than to the next line of hyphens, so that a text of many
     * such lines is read one time and not once for each of them.
     */
    private static final Pattern BLOCK = Pattern.compile(
            "-----BEGIN ((?:RSA |EC |ENCRYPTED )?PRIVATE KEY)-----([^-]++(?:-[^-]++){0,20})-----END \\1-----");

    private PemPrivateKey() {}

    /** @throws PemException if there is none, it is encrypted, or it is unreadable; and if the text is longer than any key */
    public static PrivateKey read(String text) throws PemException {
        if (text.length() > LONGEST) {
            throw new PemException("is larger than 32 KiB: it must hold nothing but one private key in PEM");
        }
        Matcher matcher = BLOCK.matcher(text);
        if (!matcher.find()) {
            throw new PemException(
                    "has no whole private key in PEM: it must have a block that begins with -----BEGIN PRIVATE KEY----- and ends"
                            + " with -----END PRIVATE KEY-----");
        }
        if (matcher.group(1).startsWith("ENCRYPTED") || matcher.group(2).contains("ENCRYPTED")) {
            throw new PemException("is encrypted: write it without a passphrase (openssl pkey -in KEY -out KEY2)");
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(matcher.group(2));
            return key(pkcs8(matcher.group(1), der))
                    .orElseThrow(() -> new PemException("is damaged, or of a kind other than RSA, EC and Ed25519"));
        } catch (IllegalArgumentException e) {
            throw new PemException("is damaged: copy it again as a whole");
        }
    }

    private static byte[] pkcs8(String type, byte[] der) {
        return switch (type) {
            case "RSA PRIVATE KEY" -> Pkcs8.ofRsa(der);
            case "EC PRIVATE KEY" -> Pkcs8.ofEllipticCurve(der);
            default -> der;
        };
    }

    private static Optional<PrivateKey> key(byte[] pkcs8) {
        return Stream.of("RSA", "EC", "EdDSA")
                .flatMap(algorithm -> key(algorithm, pkcs8).stream())
                .findFirst();
    }

    private static Optional<PrivateKey> key(String algorithm, byte[] pkcs8) {
        try {
            return Optional.of(KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8)));
        } catch (GeneralSecurityException otherKind) {
            return Optional.empty();
        }
    }

    /** Whether the key belongs to a certificate with this public key: what it signs must have been signed by its owner. */
    public static boolean fits(PrivateKey key, PublicKey of) {
        return signatureOf(key).map(algorithm -> signsFor(algorithm, key, of)).orElse(false);
    }

    private static Optional<String> signatureOf(PrivateKey key) {
        return switch (key.getAlgorithm()) {
            case "RSA" -> Optional.of("SHA256withRSA");
            case "EC" -> Optional.of("SHA256withECDSA");
            case "EdDSA" -> Optional.of("EdDSA");
            default -> Optional.empty();
        };
    }

    private static boolean signsFor(String algorithm, PrivateKey key, PublicKey of) {
        byte[] text = "cacheward".getBytes(StandardCharsets.US_ASCII);
        try {
            Signature signing = Signature.getInstance(algorithm);
            signing.initSign(key);
            signing.update(text);
            Signature checking = Signature.getInstance(algorithm);
            checking.initVerify(of);
            checking.update(text);
            return checking.verify(signing.sign());
        } catch (GeneralSecurityException otherKind) {
            return false;
        }
    }
}
