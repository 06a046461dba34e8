package dev.cacheward.redis.client.external;

import dev.cacheward.threads.DaemonThreads;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.dns.DnsRecord;
import io.netty.resolver.ResolvedAddressTypes;
import io.netty.resolver.dns.DnsNameResolver;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import io.netty.resolver.dns.DnsNameResolverTimeoutException;
import io.netty.resolver.dns.NoopAuthoritativeDnsServerCache;
import io.netty.resolver.dns.NoopDnsCache;
import io.netty.resolver.dns.NoopDnsCnameCache;
import io.netty.util.concurrent.Future;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Asks the DNS servers of resolv.conf, with its search domains, as a pod does. Nothing is kept: the JDK would keep an address for
 * half a minute, and that there is none for ten seconds.
 */
public final class DnsHostLookup implements HostLookup, AutoCloseable {
    /** So that within the limit of a look-up a second server is asked if the first says nothing. */
    private static final Duration ONE_QUERY = Duration.ofSeconds(1);

    private final EventLoopGroup threads =
            new MultiThreadIoEventLoopGroup(1, new DaemonThreads("dns"), NioIoHandler.newFactory());
    private final DnsNameResolver resolver = new DnsNameResolverBuilder(threads.next())
            .datagramChannelType(NioDatagramChannel.class)
            .socketChannelType(NioSocketChannel.class)
            .resolveCache(NoopDnsCache.INSTANCE)
            .cnameCache(NoopDnsCnameCache.INSTANCE)
            .authoritativeDnsServerCache(NoopAuthoritativeDnsServerCache.INSTANCE)
            .resolvedAddressTypes(ResolvedAddressTypes.IPV4_PREFERRED)
            .queryTimeoutMillis(ONE_QUERY.toMillis())
            .build();

    @Override
    public List<InetAddress> addresses(String host, Duration limit) throws UnknownHostException, TimeoutException {
        Future<List<InetAddress>> answer = resolver.resolveAll(host, List.<DnsRecord>of());
        if (!answer.awaitUninterruptibly(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            answer.cancel(false);
            throw new TimeoutException();
        }
        if (answer.isSuccess()) {
            return answer.getNow();
        }
        boolean late = Stream.iterate(answer.cause(), cause -> cause != null, Throwable::getCause)
                .limit(10)
                .anyMatch(DnsNameResolverTimeoutException.class::isInstance);
        if (late) {
            throw new TimeoutException();
        }
        throw new UnknownHostException(host);
    }

    @Override
    public void close() {
        resolver.close();
        threads.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }
}
