package dev.cacheward.cacheprofile.model;

import dev.cacheward.redis.Password;
import dev.cacheward.status.Cause;

/** The password that the author keeps in a Secret of their own, as it was found. */
public sealed interface UserSecret {
    /** The password is to be generated. */
    record NotAsked() implements UserSecret {}

    /** The Secret holds a password that can be used. */
    record Found(Password password) implements UserSecret {}

    /** @param cause names the Secret and the key, never the content */
    record Unusable(Cause cause) implements UserSecret {}
}
