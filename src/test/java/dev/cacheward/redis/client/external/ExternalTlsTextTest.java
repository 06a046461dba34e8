package dev.cacheward.redis.client.external;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.redis.client.tls.ManagedTlsText;
import dev.cacheward.redis.client.tls.TlsTrouble;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What to do depends on whose server it is. */
class ExternalTlsTextTest {
    @ParameterizedTest
    @EnumSource(TlsTrouble.class)
    void everyTroubleIsToldWithWhatToDo(TlsTrouble trouble) {
        for (Cause cause : new Cause[] {ExternalTlsText.of(trouble), ManagedTlsText.of(trouble)}) {
            assertThat(cause.reason()).isEqualTo(Reason.TLS_FAILED);
            assertThat(cause.message())
                    .startsWith(trouble.what() + ". ")
                    .matches("(?s).*[.?]")
                    .doesNotContain("..", "?.");
        }
    }

    @ParameterizedTest
    @EnumSource(TlsTrouble.class)
    void ofAServerOfSomebodyElseNothingIsAdvisedThatOnlyItsOwnerCanDo(TlsTrouble trouble) {
        assertThat(ExternalTlsText.of(trouble).message())
                .doesNotContain("of the Secret", "Service", "maxclients", "log");
    }

    @ParameterizedTest
    @CsvSource({
        "UNKNOWN_CA, tls.caFrom",
        "CA_UNREADABLE, tls.caFrom",
        "WRONG_NAME, tls.serverName",
        "NAME_UNKNOWN_THERE, tls.serverName",
        "TLS_SERVER, rediss://",
        "PLAINTEXT_SERVER, redis://",
        "CLIENT_CERTIFICATE_WANTED, tls.clientCertificateFrom",
        "CLIENT_CERTIFICATE_REFUSED, tls.clientCertificateFrom",
        "CLIENT_KEY_OF_ANOTHER, tls.clientCertificateFrom",
        "EXPIRED, owner"
    })
    void theFieldThatHelpsIsNamed(TlsTrouble trouble, String field) {
        assertThat(ExternalTlsText.of(trouble).message()).contains(field);
    }
}
