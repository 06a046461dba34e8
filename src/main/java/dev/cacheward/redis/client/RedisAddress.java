package dev.cacheward.redis.client;

import dev.cacheward.redis.Tls;
import java.util.Optional;

/**
 * Where a server listens.
 *
 * @param host a name, an IPv4 address, or an IPv6 address without brackets
 * @param tls empty if the connection is not encrypted
 */
public record RedisAddress(String host, int port, Optional<Tls> tls) {
    /** An address without encryption. */
    public RedisAddress(String host, int port) {
        this(host, port, Optional.empty());
    }
}
