package dev.cacheward.redis;

import dev.cacheward.validation.Fingerprint;

/** A secret text; {@link #toString} shows nothing of it. */
public record Password(String value) {
    /** Lower-case hex of the UTF-8 bytes' SHA-256: what an ACL rule holds in place of the password. */
    public String sha256() {
        return Fingerprint.sha256(value);
    }

    @Override
    public String toString() {
        return "Password[redacted]";
    }
}
