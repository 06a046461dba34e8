package dev.cacheward.cacheprofile;

import dev.cacheward.redis.Password;
import dev.cacheward.status.Finding;

/** The password that the author keeps in a Secret of their own, as it was found. */
sealed interface UserSecret {
    /** The password is to be generated. */
    record NotAsked() implements UserSecret {}

    record Found(Password password) implements UserSecret {}

    /** @param finding names the Secret and the key, never the content */
    record Unusable(Finding finding) implements UserSecret {}
}
