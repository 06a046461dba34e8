package dev.cacheward.redis.client.external;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** Finds the addresses of a host, each time anew: after a failover, a name leads elsewhere. */
@FunctionalInterface
public interface HostLookup {
    /**
     * Returns all addresses of a host, of both families.
     *
     * @param host a name or an address
     * @throws UnknownHostException if it has none
     * @throws TimeoutException if nobody says so in time
     */
    List<InetAddress> addresses(String host, Duration limit) throws UnknownHostException, TimeoutException;
}
