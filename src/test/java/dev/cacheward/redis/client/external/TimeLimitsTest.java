package dev.cacheward.redis.client.external;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.redis.Authentication;
import dev.cacheward.redis.Connection;
import dev.cacheward.redis.Login;
import dev.cacheward.redis.Password;
import dev.cacheward.redis.Tls;
import dev.cacheward.redis.client.LettuceGateway;
import dev.cacheward.redis.client.StrangeServer;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whatever a server does, a call ends within three times the gateway's time limit. */
class TimeLimitsTest {
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final Authentication NONE = new Authentication.None();
    private static final Login LOGIN = new Login("default", new Password("secret"));

    @Test
    void aServerThatSaysNothingIsATimeout() throws IOException {
        assertThat(inTime(StrangeServer::listen, LOGIN, Optional.empty(), 1).reason())
                .isEqualTo(Reason.TIMEOUT);
        assertThat(inTime(StrangeServer::listen, NONE, Optional.empty(), 1).message())
                .contains("answer to PING in time", "console");
    }

    @Test
    void itIsOneWithManyAddressesAsWell() throws IOException {
        assertThat(inTime(StrangeServer::listen, LOGIN, Optional.empty(), 9).reason())
                .isEqualTo(Reason.TIMEOUT);
    }

    @Test
    void withTlsItIsToldAsAMatterOfTheHandshake() throws IOException {
        assertThat(inTime(StrangeServer::listen, LOGIN, Optional.of(Tls.ofPlatform()), 3)
                        .reason())
                .isEqualTo(Reason.TLS_FAILED);
    }

    @Test
    void aServerThatAnswersLateAgainAndAgainIsATimeout() throws IOException {
        // Given
        StrangeServer.Manners late = socket -> {
            for (String heard = StrangeServer.hear(socket); !heard.isEmpty(); heard = StrangeServer.hear(socket)) {
                socket.setSoTimeout(700);
                try {
                    socket.getInputStream().read();
                } catch (SocketTimeoutException waited) {
                    StrangeServer.say(socket, StrangeServer.answer(heard));
                }
                socket.setSoTimeout(0);
            }
        };
        // When, Then
        assertThat(inTime(late, NONE, Optional.empty(), 1).reason()).isEqualTo(Reason.TIMEOUT);
    }

    private static Cause inTime(StrangeServer.Manners manners, Authentication login, Optional<Tls> tls, int addresses)
            throws IOException {
        HostLookup lookup = (host, limit) -> Collections.nCopies(addresses, InetAddress.getLoopbackAddress());
        try (LettuceGateway gateway = new LettuceGateway(LIMIT);
                StrangeServer server = StrangeServer.start(manners)) {
            Connection connection =
                    new Connection("redis.example", server.address().port(), login, Optional.of(0), tls);
            long begun = System.nanoTime();
            Cause failure = new LettuceExternalGateway(gateway, lookup)
                    .check(new ExternalEndpoint(connection, false, ExternalAsking.PREFIX), ExternalAsking.EVERYWHERE)
                    .failure()
                    .orElseThrow();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(LIMIT.multipliedBy(3));
            return failure;
        }
    }
}
