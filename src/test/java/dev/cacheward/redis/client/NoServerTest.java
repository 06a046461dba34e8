package dev.cacheward.redis.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.redis.Password;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the check says of addresses where something else listens, or nothing. */
class NoServerTest {
    /** What hangs up is asked once more for its first words, for a quarter of this. */
    private final RedisGateway gateway = new LettuceGateway(Duration.ofSeconds(20));

    /** What a strange server does with a connection. */
    private interface Manners {
        void meet(Socket socket) throws IOException;
    }

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

    @Test
    void aServerThatHangsUpIsConnectionRefused() throws IOException {
        // Given, When
        Cause failure = checkAgainst(socket -> socket.getInputStream().read());
        // Then
        assertThat(failure.reason()).isEqualTo(Reason.CONNECTION_REFUSED);
    }

    private Cause checkAgainst(Manners manners) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> serve(server, manners));
            thread.setDaemon(true);
            thread.start();
            return gateway.ask(new RedisAddress("127.0.0.1", server.getLocalPort()), login(), new CheckDialogue())
                    .failure()
                    .orElseThrow();
        }
    }

    private static void serve(ServerSocket server, Manners manners) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                manners.meet(socket);
            } catch (IOException e) {
                // The client is gone or the test is over: the loop's condition decides.
                continue;
            }
        }
    }

    private static Login login() {
        return new Login("default", new Password("secret"));
    }
}
