package dev.cacheward.redis.client.external;

import dev.cacheward.redis.client.Reply;
import java.time.Duration;

/**
 * Asks servers of somebody else. Each call looks the host up anew, connects to one of its addresses that the filter lets through,
 * and closes the connection. No call throws if a server is down, slow or refuses. Nothing is sent but PING, SET, GET, TTL, EVAL,
 * DEL, PUBLISH and INFO; no failure repeats what the server said.
 */
public interface ExternalGateway extends AutoCloseable {
    /** Logs in and sends a PING. The answer is the time that it took. */
    Reply<Duration> ping(ExternalEndpoint endpoint, AddressFilter filter);

    /** Does all that an application does, on keys of the check's own. */
    Reply<ExternalAnswer> check(ExternalEndpoint endpoint, AddressFilter filter);

    /**
     * Connects without a login, for which the application has tokens of its own.
     *
     * @return whether the server asks for a login, as it should
     */
    Reply<Boolean> greet(ExternalEndpoint endpoint, AddressFilter filter);

    @Override
    void close();
}
