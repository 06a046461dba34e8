package dev.cacheward.redis.client.external;

import dev.cacheward.redis.Authentication;
import dev.cacheward.redis.Connection;
import dev.cacheward.redis.Tls;
import dev.cacheward.redis.client.LettuceGateway;
import dev.cacheward.redis.client.LongTimeout;
import dev.cacheward.status.Cause;
import java.util.Optional;

/** Asks foreign servers on the loopback interface. */
final class ExternalAsking implements AutoCloseable {
    static final AddressFilter EVERYWHERE = address -> Optional.empty();
    static final String PREFIX = "cacheward:check:";

    private final LettuceGateway gateway = new LettuceGateway(LongTimeout.LONG);
    private final DnsHostLookup lookup = new DnsHostLookup();
    private final ExternalRedis redis;

    /** With the DNS of this machine. */
    ExternalAsking() {
        this.redis = new LettuceExternalRedis(gateway, lookup);
    }

    /** With names of a test's own. */
    ExternalAsking(HostLookup names) {
        this.redis = new LettuceExternalRedis(gateway, names);
    }

    ExternalRedis redis() {
        return redis;
    }

    ExternalAnswer answer(ExternalEndpoint endpoint) {
        return redis.check(endpoint, EVERYWHERE).fold(answer -> answer, failure -> {
            throw new AssertionError(failure);
        });
    }

    Cause failure(ExternalEndpoint endpoint) {
        return redis.check(endpoint, EVERYWHERE).failure().orElseThrow(() -> new AssertionError("the check passed"));
    }

    ExternalEndpoint endpoint(ForeignRedis server, Authentication login) {
        return endpoint("127.0.0.1", server.port(), login, Optional.empty());
    }

    ExternalEndpoint endpoint(String host, int port, Authentication login, Optional<Tls> tls) {
        return new ExternalEndpoint(new Connection(host, port, login, Optional.of(0), tls), false, PREFIX);
    }

    @Override
    public void close() {
        lookup.close();
        gateway.close();
    }
}
