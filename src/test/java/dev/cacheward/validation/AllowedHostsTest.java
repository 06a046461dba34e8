package dev.cacheward.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedHostsTest {
    private static final AllowedHosts DEFAULT = read("public,namespace");

    /** All that an administrator can allow. */
    private static final AllowedHosts EVERYTHING = read("public,namespace,*.com,redis,0.0.0.0/0,::/0");

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "100.63.255.255", "172.32.0.1", "192.0.1.1", "2606:4700::1111", "2a00:1450::1"})
    void byDefaultAnyPublicAddressIsAllowed(String address) {
        assertThat(DEFAULT.objection("redis.example.com", address(address))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.1",
                "100.64.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.0.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.1",
                "240.0.0.1",
                "fc00::1",
                "fd12::1",
                "fec0::1",
                "100::1",
                "2001:db8::1",
                "2001:10::1",
                "3fff::1",
                "4000::1",
                "64:ff9b:1::808:808",
                "5f00::1",
            })
    void byDefaultAPrivateAddressIsAskedForWithTheHostOfTheProfile(String address) {
        assertThat(DEFAULT.objection("redis.shop.svc", address(address)))
                .contains(
                        "has a private address, and is not among the hosts that the administrator allows; ask for it: chart"
                                + " value external.allowedHosts, with \"redis.shop.svc\" in the list");
    }

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, the unspecified address",
        "0.1.2.3, the unspecified address",
        "::, the unspecified address",
        "127.0.0.1, a loopback address",
        "127.255.255.255, a loopback address",
        "::1, a loopback address",
        "169.254.169.254, a link-local address",
        "169.254.170.2, a link-local address",
        "fe80::a9fe:a9fe, a link-local address",
        "224.0.0.1, a multicast or broadcast address",
        "255.255.255.255, a multicast or broadcast address",
        "ff02::1, a multicast or broadcast address",
        "100.100.100.200, the address of a cloud's metadata service",
        "168.63.129.16, the address of a cloud's metadata service",
        "192.0.0.192, the address of a cloud's metadata service",
        "fd00:42::42, the address of a cloud's metadata service",
        "fd00:100::100:200, the address of a cloud's metadata service",
        "fd00:a9fe:a9fe::1, the address of a cloud's metadata service",
        "fd00:c1::a9fe:a9fe, the address of a cloud's metadata service",
        "fd00:ec2::23, the address of a cloud's metadata service",
        "fd00:ec2::254, the address of a cloud's metadata service",
        "fd20:ce::254, the address of a cloud's metadata service",
    })
    void someAddressesAreRefusedWhateverIsAllowed(String text, String kind) {
        // Given
        InetAddress address = address(text);
        // Then
        assertThat(EVERYTHING.objection("redis.example.com", address))
                .contains("has " + kind + ", which is never allowed");
        assertThat(AllowedHosts.never(address)).contains("has " + kind + ", which is never allowed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "::127.0.0.1",
                "::ffff:127.0.0.1",
                "::ffff:0:127.0.0.1",
                "64:ff9b::127.0.0.1",
                "2002:7f00:1::1",
                "2001:0:7f00:1::1",
                "2001:0:808:808::80ff:fffe"
            })
    void anIpv6AddressIsAlsoJudgedByTheIpv4AddressInIt(String address) {
        assertThat(EVERYTHING.objection("redis", address(address)))
                .contains("has a loopback address, which is never allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"64:ff9b::10.0.0.1", "2002:a00:1::1", "::ffff:0:10.0.0.1", "2001:0:808:808::f5ff:fffe"})
    void aPrivateAddressIsPrivateInsideOfIpv6Too(String address) {
        assertThat(DEFAULT.objection("redis", address(address)))
                .hasValueSatisfying(words -> assertThat(words).startsWith("has a private address"));
    }

    @Test
    void aPublicAddressIsPublicBehindNat64Too() {
        assertThat(DEFAULT.objection("redis.example.com", address("64:ff9b::8.8.8.8")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "redis.prod.example, 10.20.0.1, true",
        "REDIS.Prod.Example, 10.20.0.1, true",
        "a.redis.prod.example, 10.20.0.1, false",
        "x.cache.amazonaws.com, 10.20.0.1, true",
        "y.x.cache.amazonaws.com, 8.8.8.8, true",
        "cache.amazonaws.com, 10.20.0.1, false",
        "xcache.amazonaws.com, 10.20.0.1, false",
        "redis, 10.30.255.255, true",
        "redis, 10.31.0.0, false",
        "redis, 10.40.0.7, true",
        "redis, 10.40.0.8, false",
        "redis, fd12::1, true",
        "redis, fd13::1, false",
        "redis, fd14::7, true",
        "redis, 64:ff9b::10.30.0.1, true",
        "redis, 8.8.8.8, false",
    })
    void aNameAPatternAnAddressOrABlockAllowsWhatItCovers(String host, String address, boolean allowed) {
        // Given
        AllowedHosts hosts =
                read("redis.prod.example, *.cache.amazonaws.com, 10.30.0.0/16, 10.40.0.7, fd12::/16, fd14::7");
        // When
        Optional<String> objection = hosts.objection(host, address(address));
        // Then
        assertThat(objection.isEmpty()).isEqualTo(allowed);
    }

    @Test
    void aPublicAddressIsAskedForWherePublicIsNotAllowed() {
        assertThat(read("namespace").objection("8.8.8.8", address("8.8.8.8")))
                .contains(
                        "has a public address, and is not among the hosts that the administrator allows; ask for it: chart value"
                                + " external.allowedHosts, with \"8.8.8.8\" in the list");
    }

    @Test
    void noneSwitchesExternalRedisOff() {
        // Given
        AllowedHosts none = read("none");
        // Then
        assertThat(none.off()).isTrue();
        assertThat(none.objection("redis.example.com", address("8.8.8.8")))
                .contains(
                        "may not be reached: the administrator allows no external Redis (chart value external.allowedHosts)");
    }

    @ParameterizedTest
    @CsvSource({"'public,namespace', true", "namespace, true", "public, false", "10.20.0.0/16, false"})
    void servicesOfTheOwnNamespaceAreAllowedByAWord(String text, boolean namespace) {
        assertThat(read(text)).returns(namespace, AllowedHosts::namespace).returns(false, AllowedHosts::off);
    }

    private static AllowedHosts read(String text) {
        return ExpectedParsed.value(AllowedHosts.parse(text));
    }

    /** Reads an address; no resolver is asked. */
    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
