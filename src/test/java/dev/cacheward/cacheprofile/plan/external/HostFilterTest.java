package dev.cacheward.cacheprofile.plan.external;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.validation.AllowedHosts;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an author reaches through the operator. */
class HostFilterTest {
    private static final AllowedHosts USUAL = allowed("public, namespace");

    @Test
    void aServiceThatSelectsPodsIsReachedByItsOwnAddressAlone() throws UnknownHostException {
        HostFilter filter = new HostFilter(USUAL, "redis", Optional.of(service("10.96.0.7")));

        assertThat(filter.objection(address("10.96.0.7"))).isEmpty();
        assertThat(filter.objection(address("10.96.0.8")))
                .hasValueSatisfying(words -> assertThat(words).contains("private address", "external.allowedHosts"));
    }

    @Test
    void anAddressOfIpv6IsTheSameInEverySpelling() throws UnknownHostException {
        HostFilter filter = new HostFilter(USUAL, "redis", Optional.of(service("fd00::7")));

        assertThat(filter.objection(address("fd00:0:0::0:7"))).isEmpty();
    }

    @Test
    void aHeadlessServiceIsReachedByTheAddressesOfItsPods() throws UnknownHostException {
        HostFilter filter = new HostFilter(USUAL, "redis", Optional.of(service("None")));

        assertThat(filter.objection(address("10.244.3.4"))).isEmpty();
    }

    @Test
    void aServiceWithoutASelectorLeadsWhereverItsAuthorSaysSoItGivesNoLeave() throws UnknownHostException {
        Service free = new ServiceBuilder(service("10.96.0.7"))
                .editSpec()
                .withSelector(Map.of())
                .endSpec()
                .build();

        assertThat(new HostFilter(USUAL, "redis", Optional.of(free)).objection(address("10.96.0.7")))
                .isPresent();
    }

    @Test
    void aServiceThatIsAnotherNameGivesNoLeave() throws UnknownHostException {
        Service alias = new ServiceBuilder(service("None"))
                .editSpec()
                .withType("ExternalName")
                .withExternalName("db.other.svc")
                .endSpec()
                .build();

        assertThat(new HostFilter(USUAL, "redis", Optional.of(alias)).objection(address("10.96.0.9")))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "169.254.169.254", "fe80::1", "0.0.0.0", "::ffff:127.0.0.1"})
    void noServiceLeadsToTheOperatorItselfOrToTheMetadataOfACloud(String address) throws UnknownHostException {
        HostFilter filter = new HostFilter(USUAL, "redis", Optional.of(service("None")));

        assertThat(filter.objection(address(address)))
                .hasValueSatisfying(words -> assertThat(words).contains("never allowed"));
    }

    @Test
    void theNamespacesServicesNeedTheWordNamespace() throws UnknownHostException {
        HostFilter filter = new HostFilter(allowed("public"), "redis", Optional.of(service("10.96.0.7")));

        assertThat(filter.objection(address("10.96.0.7"))).isPresent();
    }

    @Test
    void anyOtherHostIsTheAdministratorsToAllow() throws UnknownHostException {
        HostFilter filter =
                new HostFilter(allowed("public, *.cache.amazonaws.com"), "a.cache.amazonaws.com", Optional.empty());

        assertThat(filter.objection(address("10.0.3.4"))).isEmpty();
    }

    private static Service service(String address) {
        return new ServiceBuilder()
                .withNewSpec()
                .withSelector(Map.of("app", "redis"))
                .withClusterIP(address)
                .withClusterIPs(List.of(address))
                .endSpec()
                .build();
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
