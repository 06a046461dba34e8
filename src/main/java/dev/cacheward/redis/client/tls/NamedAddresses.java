package dev.cacheward.redis.client.tls;

import io.lettuce.core.RedisURI;
import io.lettuce.core.resource.SocketAddressResolver;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Gives an address the name that a certificate must have there. So a connection goes to the very address that was chosen, and
 * only the name is checked: the JDK would also take a certificate for the address.
 */
public final class NamedAddresses extends SocketAddressResolver {
    private final ThreadLocal<Optional<String>> name = ThreadLocal.withInitial(Optional::empty);

    /**
     * Gives a name to the address that is connected to on this thread meanwhile.
     *
     * @param serverName empty if the address has none but itself
     */
    public <T> T naming(Optional<String> serverName, Supplier<T> connect) {
        name.set(serverName);
        try {
            return connect.get();
        } finally {
            name.remove();
        }
    }

    /** Leaves the look-up of names to netty. */
    @Override
    public SocketAddress resolve(RedisURI uri) {
        byte[] address = NetUtil.createByteArrayFromIpAddressString(uri.getHost());
        return address == null
                ? super.resolve(uri)
                : new InetSocketAddress(named(name.get().orElse(uri.getHost()), address), uri.getPort());
    }

    private static InetAddress named(String name, byte[] address) {
        try {
            return InetAddress.getByAddress(name, address);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address of a wrong length", e);
        }
    }
}
