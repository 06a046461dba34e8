package dev.cacheward.cacheprofile.plan.external;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.validation.AddressBlock;
import dev.cacheward.validation.AllowedHosts;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an author reaches through the operator. */
class HostFilterTest {
    private static final AllowedHosts USUAL = allowed("public, namespace");

    @Test
    void whatAServiceOfTheNamespaceLeadsToIsReachedAndNoOtherPrivateAddress() throws UnknownHostException {
        HostFilter filter = new HostFilter(USUAL, "redis", Set.of(block("10.96.0.7")));

        assertThat(filter.objection(address("10.96.0.7"))).isEmpty();
        assertThat(filter.objection(address("10.96.0.8")))
                .hasValueSatisfying(words -> assertThat(words).contains("private address", "external.allowedHosts"));
    }

    @Test
    void anAddressOfIpv6IsTheSameInEverySpelling() throws UnknownHostException {
        HostFilter filter = new HostFilter(USUAL, "redis", Set.of(block("fd00::7")));

        assertThat(filter.objection(address("fd00:0:0::0:7"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "169.254.169.254", "fe80::1", "0.0.0.0", "::ffff:127.0.0.1"})
    void noServiceLeadsToTheOperatorItselfOrToTheMetadataOfACloud(String address) throws UnknownHostException {
        HostFilter filter = new HostFilter(USUAL, "redis", own(address(address)));

        assertThat(filter.objection(address(address)))
                .hasValueSatisfying(words -> assertThat(words).contains("never allowed"));
    }

    @Test
    void theNamespacesServicesNeedTheWordNamespace() throws UnknownHostException {
        HostFilter filter = new HostFilter(allowed("public"), "redis", Set.of(block("10.96.0.7")));

        assertThat(filter.objection(address("10.96.0.7"))).isPresent();
    }

    @Test
    void anyOtherHostIsTheAdministratorsToAllow() throws UnknownHostException {
        HostFilter filter = new HostFilter(allowed("public, *.cache.amazonaws.com"), "a.cache.amazonaws.com", Set.of());

        assertThat(filter.objection(address("10.0.3.4"))).isEmpty();
    }

    private static AddressBlock block(String text) {
        return AddressBlock.single(text).orElseThrow();
    }

    private static Set<AddressBlock> own(InetAddress address) {
        return Set.of(block(address.getHostAddress().replaceFirst("%.*", "")));
    }

    private static InetAddress address(String text) throws UnknownHostException {
        return InetAddress.getByName(text);
    }

    private static AllowedHosts allowed(String text) {
        return AllowedHosts.parse(text).fold(hosts -> hosts, message -> {
            throw new IllegalArgumentException(message);
        });
    }
}
