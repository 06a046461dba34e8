package dev.cacheward.redis.client.external;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.redis.Authentication;
import dev.cacheward.redis.Login;
import dev.cacheward.redis.Password;
import dev.cacheward.redis.Tls;
import dev.cacheward.redis.client.RawRedis;
import dev.cacheward.redis.client.Reply;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import dev.cacheward.testbed.certificates.CertificateAuthority;
import dev.cacheward.testbed.certificates.CertificateAuthority.Subject;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Logins that real servers refuse, and what they say to who has none. */
class ForeignLoginsRedisTest {
    private static final Authentication NONE = new Authentication.None();
    private static final Authentication WRONG = new Authentication.PasswordOnly(new Password("wrong-horse"));

    private final ExternalAsking asking = new ExternalAsking();

    @AfterEach
    void close() {
        asking.close();
    }

    @Test
    void aWrongPasswordIsAuthFailedForEveryFormOfLogin() {
        // Given
        try (ForeignRedis redis = ForeignRedis.start("--requirepass", "secret")) {
            for (Authentication login : new Authentication[] {WRONG, new Login("app", new Password("wrong-horse"))}) {
                // When
                Cause failure = asking.failure(asking.endpoint(redis, login));
                // Then
                assertThat(failure.reason()).isEqualTo(Reason.AUTH_FAILED);
                assertThat(failure.message()).contains("provider's console").doesNotContain("wrong-horse", "restart");
            }
        }
    }

    @Test
    void aMissingLoginIsAuthFailedAsWell() {
        // Given
        try (ForeignRedis redis = ForeignRedis.start("--requirepass", "secret")) {
            // When
            Cause failure = asking.failure(asking.endpoint(redis, NONE));
            // Then
            assertThat(failure.reason()).isEqualTo(Reason.AUTH_FAILED);
            assertThat(failure.message()).contains("asks for a login");
        }
    }

    @Test
    void eachOfTwoValidPasswordsIsTakenWhileOneReplacesTheOther() {
        // Given: as ROTATE of ElastiCache leaves it
        try (ForeignRedis redis =
                ForeignRedis.start("--user", "default", "on", ">older", ">newer", "~*", "&*", "+@all")) {
            for (String password : new String[] {"older", "newer"}) {
                // When
                Authentication login = new Authentication.PasswordOnly(new Password(password));
                Reply<?> ping = asking.redis().ping(asking.endpoint(redis, login), ExternalAsking.EVERYWHERE);
                // Then
                assertThat(ping.failure()).isEmpty();
            }
        }
    }

    @Test
    void aServerWithoutAPasswordIsToldAsOpenAlthoughALoginWasGiven() {
        // Given
        try (ForeignRedis redis = ForeignRedis.start()) {
            // When
            ExternalAnswer without = asking.answer(asking.endpoint(redis, NONE));
            ExternalAnswer password = asking.answer(asking.endpoint(redis, WRONG));
            ExternalAnswer user = asking.answer(asking.endpoint(redis, new Login("default", new Password("secret"))));
            // Then: it takes any password of a user, and refuses a password alone
            assertThat(without.open()).isFalse();
            assertThat(password.open()).isTrue();
            assertThat(user.open()).isTrue();
        }
    }

    @Test
    void aServerThatTakesEverybodyDoesNotAskForALogin() {
        // Given
        try (ForeignRedis guarded = ForeignRedis.start("--requirepass", "secret");
                ForeignRedis open = ForeignRedis.start()) {
            // When
            Reply<Boolean> asks = greet(asking.endpoint(guarded, NONE));
            Reply<Boolean> takes = greet(asking.endpoint(open, NONE));
            // Then
            assertThat(asks).isEqualTo(new Reply.Answered<>(true));
            assertThat(takes).isEqualTo(new Reply.Answered<>(false));
        }
    }

    @Test
    void aGreetingNeedsTheRightCertificateAndNoLogin() {
        // Given
        CertificateAuthority ca = CertificateAuthority.root("ours");
        CertificateAuthority other = CertificateAuthority.root("other");
        try (ForeignRedis redis =
                ForeignRedis.encrypted(ca.issue(Subject.server("127.0.0.1")), ca.pem(), "--requirepass", "secret")) {
            // When
            Reply<Boolean> right = greet(encrypted(redis, ca));
            Reply<Boolean> wrong = greet(encrypted(redis, other));
            // Then
            assertThat(right).isEqualTo(new Reply.Answered<>(true));
            assertThat(wrong.failure().map(Cause::reason)).contains(Reason.TLS_FAILED);
        }
    }

    @Test
    void aServerWithoutARoomForAConnectionIsMaxClients() {
        // Given
        try (ForeignRedis redis = ForeignRedis.start("--maxclients", "2");
                RawRedis first = new RawRedis(redis.address());
                RawRedis second = new RawRedis(redis.address())) {
            assertThat(Stream.of(first, second).map(client -> client.ask("PING")))
                    .containsOnly("PONG");
            // When
            Cause failure = asking.failure(asking.endpoint(redis, WRONG));
            // Then
            assertThat(failure.reason()).isEqualTo(Reason.MAX_CLIENTS);
            assertThat(failure.message()).contains("larger plan").doesNotContain("config.maxclients");
        }
    }

    /** With TLS, a server that is full closes the connection without a word. */
    @Test
    void withTlsAFullServerIsOnlyKnownToCloseConnections() {
        // Given
        CertificateAuthority ca = CertificateAuthority.root("ours");
        try (ForeignRedis redis =
                        ForeignRedis.encrypted(ca.issue(Subject.server("127.0.0.1")), ca.pem(), "--maxclients", "1");
                RawRedis first = new RawRedis(redis.address())) {
            assertThat(first).isNotNull();
            // When
            Cause failure = asking.failure(encrypted(redis, ca));
            // Then
            assertThat(failure.reason()).isEqualTo(Reason.TLS_FAILED);
            assertThat(failure.message()).contains("as many connections as it takes");
        }
    }

    private Reply<Boolean> greet(ExternalEndpoint endpoint) {
        return asking.redis().greet(endpoint, ExternalAsking.EVERYWHERE);
    }

    private ExternalEndpoint encrypted(ForeignRedis redis, CertificateAuthority ca) {
        return asking.endpoint("127.0.0.1", redis.port(), NONE, Optional.of(Tls.trusting(ca.pem())));
    }
}
