package dev.cacheward.redis;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A secret text; {@link #toString} shows nothing of it. */
public record Password(String value) {
    /** Lower-case hex of the UTF-8 bytes' SHA-256: what an ACL rule holds in place of the password. */
    public String sha256() {
        try {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "Password[redacted]";
    }
}
