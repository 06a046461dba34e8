package dev.cacheward.operator;

import dev.cacheward.redis.client.Reply;
import dev.cacheward.redis.client.external.AddressFilter;
import dev.cacheward.redis.client.external.ExternalAnswer;
import dev.cacheward.redis.client.external.ExternalEndpoint;
import dev.cacheward.redis.client.external.ExternalGateway;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Lets tests have servers on the loopback address, where the operator itself never connects. All else is asked and refused as
 * always.
 */
final class OpenExternalGateway implements ExternalGateway {
    private final ExternalGateway real;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    OpenExternalGateway(ExternalGateway real) {
        this.real = real;
    }

    /** The questions so far: ping, check or greet. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    private static AddressFilter open(AddressFilter filter) {
        return address -> isOurs(address) ? Optional.empty() : filter.objection(address);
    }

    private static boolean isOurs(InetAddress address) {
        return address.isLoopbackAddress();
    }

    @Override
    public Reply<Duration> ping(ExternalEndpoint endpoint, AddressFilter filter) {
        asked.add("ping");
        return real.ping(endpoint, open(filter));
    }

    @Override
    public Reply<ExternalAnswer> check(ExternalEndpoint endpoint, AddressFilter filter) {
        asked.add("check");
        return real.check(endpoint, open(filter));
    }

    @Override
    public Reply<Boolean> greet(ExternalEndpoint endpoint, AddressFilter filter) {
        asked.add("greet");
        return real.greet(endpoint, open(filter));
    }

    @Override
    public void close() {
        real.close();
    }
}
