package dev.cacheward.redis.client.external;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.redis.Authentication;
import dev.cacheward.redis.Tls;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import dev.cacheward.testbed.certificates.CertificateAuthority;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an author has trusted is read up to a bound. */
class ExternalBoundsTest {
    @Test
    void moreAuthoritiesThanAnybodyNeedsAreRefusedInWordsBeforeAnythingIsConnectedTo() {
        // Given
        Tls tls = Tls.trusting(CertificateAuthority.root("ours").pem().repeat(301));
        HostLookup none = (host, limit) -> {
            throw new AssertionError("looked up " + host);
        };
        try (ExternalAsking asking = new ExternalAsking(none)) {
            // When
            Cause failure = asking.failure(
                    asking.endpoint("db.example.com", 6379, new Authentication.None(), Optional.of(tls)));

            // Then
            assertThat(failure.reason()).isEqualTo(Reason.TLS_FAILED);
            assertThat(failure.message()).contains("tls.caFrom", "at most 300 certificates");
        }
    }
}
