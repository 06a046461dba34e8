package dev.cacheward.redis;

/** How a client says who it is. No form of it prints a password. */
public sealed interface Authentication permits Login, Authentication.PasswordOnly, Authentication.None {
    /** A password without a user, as servers know it that are older than ACL users. A newer server takes it for {@code default}. */
    record PasswordOnly(Password password) implements Authentication {}

    /** No login at all: whoever reaches the server may use it. */
    record None() implements Authentication {}
}
