package dev.cacheward.redis.client.external;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.redis.Authentication;
import dev.cacheward.redis.Tls;
import dev.cacheward.redis.client.Reply;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import dev.cacheward.testbed.certificates.CertificateAuthority;
import dev.cacheward.testbed.certificates.CertificateAuthority.Subject;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Which of the addresses of a host is connected to. */
class AddressesRedisTest {
    private static final String NAME = "redis.example";
    private static final Authentication NONE = new Authentication.None();
    private static final CertificateAuthority CA = CertificateAuthority.root("ours");

    @Test
    void theNextAddressIsTakenIfOneRefuses() {
        // Given: nothing listens at the first
        try (ForeignRedis redis = ForeignRedis.start();
                ExternalAsking asking = new ExternalAsking(leadingTo("127.0.0.2", "127.0.0.1"))) {
            // When, Then
            assertThat(asking.answer(endpoint(asking, redis)).capabilities()).hasSize(4);
        }
    }

    @Test
    void aServerThatHasAnIpv6AddressAloneIsReached() throws SocketException {
        // Given
        Assumptions.assumeTrue(
                NetworkInterface.networkInterfaces()
                        .flatMap(NetworkInterface::inetAddresses)
                        .anyMatch(address -> address.getHostAddress().startsWith("0:0:0:0:0:0:0:1")),
                "this machine has no IPv6 on its loopback interface");
        try (ForeignRedis redis = ForeignRedis.start("--bind", "::1");
                ExternalAsking asking = new ExternalAsking(leadingTo("::1"))) {
            // When, Then
            assertThat(asking.answer(endpoint(asking, redis)).capabilities()).hasSize(4);
        }
    }

    @Test
    void onlyAddressesThatTheFilterLetsThroughAreConnectedTo() {
        // Given
        AddressFilter filter = address -> address.getHostAddress().equals("127.0.0.1")
                ? Optional.of("is an address of this machine; name another")
                : Optional.empty();
        try (ForeignRedis redis = ForeignRedis.start("--bind", "127.0.0.1");
                ExternalAsking refused = new ExternalAsking(leadingTo("127.0.0.1"));
                ExternalAsking partly = new ExternalAsking(leadingTo("127.0.0.1", "127.0.0.2"))) {
            // When
            Optional<Cause> alone =
                    refused.redis().ping(endpoint(refused, redis), filter).failure();
            Optional<Cause> among =
                    partly.redis().ping(endpoint(partly, redis), filter).failure();
            // Then
            assertThat(alone)
                    .contains(new Cause(
                            Reason.HOST_NOT_ALLOWED,
                            "The host \"redis.example\" is an address of this machine; name another."));
            assertThat(among.map(Cause::reason)).contains(Reason.CONNECTION_REFUSED);
        }
    }

    @Test
    void aNameWithoutAnAddressIsDnsFailure() {
        // Given
        HostLookup nowhere = (host, limit) -> {
            throw new UnknownHostException(host);
        };
        HostLookup silent = (host, limit) -> {
            throw new TimeoutException();
        };
        for (HostLookup lookup : List.of(nowhere, silent)) {
            try (ExternalAsking asking = new ExternalAsking(lookup)) {
                // When
                Cause failure = asking.failure(asking.endpoint(NAME, 6379, NONE, Optional.empty()));
                // Then
                assertThat(failure.reason()).isEqualTo(Reason.DNS_FAILURE);
                assertThat(failure.message()).contains("\"redis.example\"");
            }
        }
    }

    @Test
    void theCertificateMustHaveTheNameAndNotTheAddress() {
        // Given
        Tls tls = Tls.trusting(CA.pem());
        try (ExternalAsking asking = new ExternalAsking(leadingTo("127.0.0.1"));
                ForeignRedis named = ForeignRedis.encrypted(CA.issue(Subject.server(NAME)), CA.pem());
                ForeignRedis other = ForeignRedis.encrypted(CA.issue(Subject.server("127.0.0.1")), CA.pem())) {
            // When
            Reply<ExternalAnswer> right = asking.redis()
                    .check(asking.endpoint(NAME, named.port(), NONE, Optional.of(tls)), ExternalAsking.EVERYWHERE);
            Cause wrong = asking.failure(asking.endpoint(NAME, other.port(), NONE, Optional.of(tls)));
            // Then
            assertThat(right.failure()).isEmpty();
            assertThat(wrong.reason()).isEqualTo(Reason.TLS_FAILED);
            assertThat(wrong.message()).contains("tls.serverName");
        }
    }

    private static HostLookup leadingTo(String... addresses) {
        return (String host, Duration limit) -> {
            InetAddress[] found = new InetAddress[addresses.length];
            for (int i = 0; i < addresses.length; i++) {
                found[i] = InetAddress.getByName(addresses[i]);
            }
            return List.of(found);
        };
    }

    private static ExternalEndpoint endpoint(ExternalAsking asking, ForeignRedis redis) {
        return asking.endpoint(NAME, redis.port(), NONE, Optional.empty());
    }
}
