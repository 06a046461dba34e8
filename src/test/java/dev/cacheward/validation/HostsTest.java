package dev.cacheward.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "redis",
                "shop-redis.prod.svc.cluster.local",
                "REDIS.Example.COM",
                "_redis._tcp.example.com",
                "redis_1",
                "three-words-1.db.redis.io",
                "3scale.example.com",
                "1.redis",
                "10.0.0.7",
                "255.255.255.255",
                "::1",
                "fd12:0:0::7",
                "2001:DB8:1:2:3:4:5:6",
                "xn--rdis-9oa.example.com",
            })
    void namesAndAddressesAreAllowed(String host) {
        assertThat(Hosts.objection(host)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2130706433",
                "127.1",
                "0x7f.1",
                "0X7F000001",
                "0x",
                "0177.0.0.1",
                "10.0.0.07",
                "10.0.0.256",
                "10.0.0",
                "1.2.3.4.5",
                "redis.1",
                "foo.0x7f",
            })
    void aNumberThatSomeResolversTakeForAnAddressIsRefused(String host) {
        assertThat(Hosts.objection(host))
                .hasValueSatisfying(words -> assertThat(words)
                        .isEqualTo(
                                "is a number, but no IPv4 address; allowed are four decimal numbers from 0 to 255 without leading"
                                        + " zeros, such as 10.0.0.7"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fe80::1%eth0",
                "fe80::1%25eth0",
                "[fd12::7]",
                "fd12::7::1",
                "1:2:3",
                "redis:6379",
                "::ffff:10.0.0.7",
                ":"
            })
    void anIpv6AddressStandsAloneInHexadecimalGroups(String host) {
        assertThat(Hosts.objection(host))
                .hasValueSatisfying(words -> assertThat(words)
                        .startsWith("is no IPv6 address; allowed are groups of hexadecimal digits such as fd12::7"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-redis",
                "redis-",
                "a..b",
                ".redis",
                "a b",
                "redis/0",
                "user@redis",
                "rédis.example.com",
                "re%64is",
                "*.example.com",
                "redis\n",
                "a,b",
                "a=b",
            })
    void whatIsNoNameIsRefused(String host) {
        assertThat(Hosts.objection(host))
                .hasValueSatisfying(words -> assertThat(words)
                        .startsWith("is no name; allowed are letters, digits, '-' and '_'")
                        .doesNotContain(host));
    }

    @ParameterizedTest
    @CsvSource({"63, true", "64, false"})
    void aPartOfANameHasAtMost63Characters(int length, boolean allowed) {
        assertThat(Hosts.objection("a".repeat(length) + ".example.com").isEmpty())
                .isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({"253, true", "254, false"})
    void aNameHasAtMost253Characters(int length, boolean allowed) {
        // Given
        String host = "a.".repeat(length / 2) + (length % 2 == 0 ? "" : "a");
        // When
        Optional<String> objection = Hosts.objection(host);
        // Then
        assertThat(objection.isEmpty()).isEqualTo(allowed);
    }

    @Test
    void aDotAtTheEndIsRefusedSinceNoCertificateHasIt() {
        assertThat(Hosts.objection("redis.example.com."))
                .contains("ends with a dot; leave it off, since no certificate for TLS has it");
    }

    @Test
    void anEmptyHostIsRefused() {
        assertThat(Hosts.objection("")).contains("is empty; give a name or an address, such as redis.example.com");
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.7, true", "fd12::7, true", "redis.example.com, false", "redis, false"})
    void anAddressIsToldFromAName(String host, boolean address) {
        assertThat(Hosts.isAddress(host)).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "6379, 6379",
        "65535, 65535",
        "0,",
        "65536,",
        "06379,",
        "99999999999,",
        "-1,",
        "+1,",
        "1.0,",
        "'',",
        "' 1',"
    })
    void aPortIsANumberFrom1To65535(String text, Integer port) {
        assertThat(Hosts.port(text)).isEqualTo(Optional.ofNullable(port));
    }
}
