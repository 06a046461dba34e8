package dev.cacheward.redis;

import dev.cacheward.validation.Fingerprint;

/** A secret text; {@link #toString} shows nothing of it. */
public record Password(String value) {
    /** Lower-case hex of the UTF-8 bytes' SHA-256: what an ACL rule holds in place of the password. */
    public String sha256() {
        return Fingerprint.sha256(value);
    }

    /**
     * Returns another password that follows from this one, for a purpose of its own. Nobody learns this one from it.
     *
     * @param purpose tells it from others that follow from the same
     */
    public Password derived(String purpose) {
        return new Password(Fingerprint.sha256(purpose + " " + value));
    }

    @Override
    public String toString() {
        return "Password[redacted]";
    }
}
