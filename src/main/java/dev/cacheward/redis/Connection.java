package dev.cacheward.redis;

import java.util.Optional;

/**
 * How an application reaches a Redis.
 *
 * @param host a name, an IPv4 address, or an IPv6 address without brackets
 * @param database empty for a cluster, which has none
 * @param tls empty if the connection is not encrypted
 */
public record Connection(
        String host, int port, Authentication authentication, Optional<Integer> database, Optional<Tls> tls) {
    /** Makes one to database 0, without encryption. */
    public static Connection plain(String host, int port, Login login) {
        return new Connection(host, port, login, Optional.of(0), Optional.empty());
    }

    /** Returns the user's name; empty without one. */
    public Optional<String> username() {
        if (authentication instanceof Authentication.Tokens tokens) {
            return tokens.username();
        }
        return authentication instanceof Login login ? Optional.of(login.username()) : Optional.empty();
    }

    /** Returns the password; empty without one. */
    public Optional<Password> password() {
        if (authentication instanceof Authentication.PasswordOnly only) {
            return Optional.of(only.password());
        }
        return authentication instanceof Login login ? Optional.of(login.password()) : Optional.empty();
    }

    /** Returns the host and the port, with brackets around an IPv6 address. */
    public String endpoint() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
