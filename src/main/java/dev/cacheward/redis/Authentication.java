package dev.cacheward.redis;

import java.util.Optional;

/** How a client says who it is. No form of it prints a password. */
public sealed interface Authentication
        permits Login, Authentication.PasswordOnly, Authentication.Tokens, Authentication.None {
    /** A password without a user, as servers know it that are older than ACL users. A newer server takes it for {@code default}. */
    record PasswordOnly(Password password) implements Authentication {}

    /** No login at all: whoever reaches the server may use it. */
    record None() implements Authentication {}

    /**
     * Tokens that the application fetches for itself, as with IAM. The operator has none, and logs in nowhere.
     *
     * @param username empty if the application knows it by itself
     */
    record Tokens(Optional<String> username) implements Authentication {}
}
