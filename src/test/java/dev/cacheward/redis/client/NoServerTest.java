package dev.cacheward.redis.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.redis.Login;
import dev.cacheward.redis.Password;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the check says of addresses where something else listens, or nothing. */
class NoServerTest {
    private final RedisGateway gateway = new LettuceGateway(Duration.ofSeconds(20));

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void anAddressWhereNothingListensIsConnectionRefused() throws IOException {
        // Given: a port that is taken, so that nobody else gets it, and not listened to
        try (Socket silent = new Socket()) {
            silent.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            // When
            Cause failure = gateway.ask(
                            new RedisAddress("127.0.0.1", silent.getLocalPort()), login(), new CheckDialogue())
                    .failure()
                    .orElseThrow();
            // Then
            assertThat(failure.reason()).isEqualTo(Reason.CONNECTION_REFUSED);
        }
    }

    @Test
    void aNameWithoutAnAddressIsConnectionRefused() {
        // Given
        RedisAddress unknown = new RedisAddress("no-such-host.invalid", 6379);
        // When
        Cause failure =
                gateway.ask(unknown, login(), new CheckDialogue()).failure().orElseThrow();
        // Then
        assertThat(failure.reason()).isIn(Reason.CONNECTION_REFUSED, Reason.TIMEOUT);
    }

    @Test
    void aWebServerIsNotRedis() throws IOException {
        // Given, When
        Cause failure = checkAgainst(socket -> {
            socket.getInputStream().read();
            socket.getOutputStream()
                    .write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        });
        // Then
        assertThat(failure.reason()).isEqualTo(Reason.NOT_REDIS);
    }

    @Test
    void aServerThatRepeatsWhatItHearsIsNotRedis() throws IOException {
        // Given, When
        Cause failure = checkAgainst(socket -> socket.getInputStream().transferTo(socket.getOutputStream()));
        // Then
        assertThat(failure.reason()).isEqualTo(Reason.NOT_REDIS);
    }

    @Test
    void aServerThatSaysYesToEverythingIsNotRedis() throws IOException {
        // Given, When
        Cause failure = checkAgainst(socket -> {
            byte[] buffer = new byte[4096];
            for (InputStream in = socket.getInputStream(); in.read(buffer) >= 0; ) {
                socket.getOutputStream().write("+OK\r\n+OK\r\n".getBytes(StandardCharsets.UTF_8));
            }
        });
        // Then
        assertThat(failure.reason()).isEqualTo(Reason.NOT_REDIS);
    }

    private Cause checkAgainst(StrangeServer.Manners manners) throws IOException {
        try (StrangeServer server = StrangeServer.start(manners)) {
            return gateway.ask(server.address(), login(), new CheckDialogue())
                    .failure()
                    .orElseThrow();
        }
    }

    private static Login login() {
        return new Login("default", new Password("secret"));
    }
}
