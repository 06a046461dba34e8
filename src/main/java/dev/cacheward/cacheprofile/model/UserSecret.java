package dev.cacheward.cacheprofile.model;

import dev.cacheward.redis.Password;
import dev.cacheward.status.Cause;

/** The result of reading the password in the author's own Secret. */
public sealed interface UserSecret {
    /** The spec names no Secret, so the password is generated. */
    record NotAsked() implements UserSecret {}

    /** The Secret holds a password that can be used. */
    record Found(Password password) implements UserSecret {}

    /** @param cause names the Secret and the key, never the content */
    record Unusable(Cause cause) implements UserSecret {}
}
