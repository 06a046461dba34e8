package dev.cacheward.redis.client.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.redis.Authentication;
import dev.cacheward.redis.Tls;
import dev.cacheward.redis.client.CheckDialogue;
import dev.cacheward.redis.client.LongTimeout;
import dev.cacheward.redis.client.RedisAddress;
import dev.cacheward.redis.client.RedisGateway;
import dev.cacheward.redis.client.external.ForeignRedis;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import dev.cacheward.testbed.certificates.CertificateAuthority;
import dev.cacheward.testbed.certificates.Issued;
import java.util.Optional;

/** Starts a server with TLS that asks nobody for a login, and checks it. */
final class EncryptedCheck implements AutoCloseable {
    private final RedisGateway gateway = LongTimeout.gateway();
    private final CertificateAuthority ca;

    /** @param ca of the clients that the server takes */
    EncryptedCheck(CertificateAuthority ca) {
        this.ca = ca;
    }

    @Override
    public void close() {
        gateway.close();
    }

    void assertTrouble(TlsTrouble expected, Issued certificate, Tls tls, String... arguments) {
        assertThat(trouble(certificate, tls, arguments)).isEqualTo(expected.what());
    }

    String trouble(Issued certificate, Tls tls, String... arguments) {
        Cause failure = failure(certificate, tls, arguments).orElseThrow();
        assertThat(failure.reason()).as(failure.message()).isEqualTo(Reason.TLS_FAILED);
        return failure.message().replaceFirst("\\. .*", "");
    }

    Optional<Cause> failure(Issued certificate, Tls tls, String... arguments) {
        try (ForeignRedis redis = ForeignRedis.encrypted(certificate, ca.pem(), arguments)) {
            return ask(redis, Optional.of(tls));
        }
    }

    Optional<Cause> ask(ForeignRedis redis, Optional<Tls> tls) {
        RedisAddress address = new RedisAddress("127.0.0.1", redis.port(), tls);
        return gateway.ask(address, new Authentication.None(), new CheckDialogue())
                .failure();
    }

    static Tls verifying(Tls.Verification verification, String ca) {
        return new Tls(Optional.of(ca), verification, Optional.empty(), Optional.empty());
    }
}
