package dev.cacheward.release.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A SHA-256.
 *
 * @param hex 64 digits
 */
public record Digest(String hex) {
    private static final String PREFIX = "sha256:";

    /** @param text such as {@code sha256:...} */
    public static Digest parse(String text) {
        if (!text.matches(PREFIX + "[0-9a-f]{64}")) {
            throw new IllegalArgumentException("\"" + text + "\" is no digest: sha256: and 64 hexadecimal digits");
        }
        return new Digest(text.substring(PREFIX.length()));
    }

    /** Of these bytes. */
    public static Digest of(byte[] bytes) {
        return new Digest(HexFormat.of().formatHex(sha256().digest(bytes)));
    }

    /** Of what a file holds. */
    public static Digest of(Path file) throws IOException {
        MessageDigest sum = sha256();
        try (InputStream bytes = Files.newInputStream(file);
                OutputStream nowhere = new DigestOutputStream(OutputStream.nullOutputStream(), sum)) {
            bytes.transferTo(nowhere);
        }
        return new Digest(HexFormat.of().formatHex(sum.digest()));
    }

    @Override
    public String toString() {
        return PREFIX + hex;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
