package dev.cacheward.redis.client.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What needs no DNS server is known without one, and what nobody knows is told in time. */
class DnsHostLookupTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final DnsHostLookup lookup = new DnsHostLookup();

    @AfterEach
    void close() {
        lookup.close();
    }

    @Test
    void anAddressIsItself() throws UnknownHostException, TimeoutException {
        assertThat(lookup.addresses("192.0.2.7", LIMIT)).containsExactly(InetAddress.getByName("192.0.2.7"));
        assertThat(lookup.addresses("2001:db8::7", LIMIT)).containsExactly(InetAddress.getByName("2001:db8::7"));
    }

    @Test
    void aNameOfTheHostsFileHasItsAddresses() throws UnknownHostException, TimeoutException {
        assertThat(lookup.addresses("localhost", LIMIT)).isNotEmpty().allMatch(InetAddress::isLoopbackAddress);
    }

    @Test
    void aNameThatNobodyKnowsIsToldInTime() {
        // Given: with or without a DNS server in reach
        long begun = System.nanoTime();
        // When
        Throwable thrown = catchThrowable(() -> lookup.addresses("no-such-host.invalid", Duration.ofSeconds(5)));
        // Then
        assertThat(thrown).isInstanceOfAny(UnknownHostException.class, TimeoutException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(LIMIT);
    }
}
