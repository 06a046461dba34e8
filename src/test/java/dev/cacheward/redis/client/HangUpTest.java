package dev.cacheward.redis.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.redis.Login;
import dev.cacheward.redis.Password;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server or proxy that closes the connection is told as that, without waiting for the time limit. */
class HangUpTest {
    private static final Duration MOMENT = Duration.ofSeconds(2);
    private static final Login LOGIN = new Login("default", new Password("secret"));

    private final RedisGateway gateway = LongTimeout.gateway();

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void beforeTheLogin() throws IOException {
        assertThat(closedAt("AUTH", Socket::close)).isTrue();
    }

    @Test
    void atTheLogin() throws IOException {
        assertThat(closedAt("AUTH", StrangeServer.impatient(MOMENT, StrangeServer::hear)))
                .isTrue();
    }

    @Test
    void atTheFirstCommand() throws IOException {
        assertThat(closedAt("PING", StrangeServer.afterLogin(Socket::close))).isTrue();
    }

    @Test
    void atACommandThatAProxyDoesNotKnow() throws IOException {
        // Given
        StrangeServer.Manners proxy = socket -> {
            for (String heard = StrangeServer.hear(socket);
                    !heard.isEmpty() && !heard.contains("EVAL");
                    heard = StrangeServer.hear(socket)) {
                StrangeServer.say(socket, StrangeServer.answer(heard));
            }
        };
        // When, Then
        assertThat(closedAt("EVAL", proxy)).isTrue();
    }

    @Test
    void betweenTwoCommands() throws IOException {
        assertThat(closedAt("SET", StrangeServer.afterLogin(socket -> StrangeServer.say(socket, "+PONG\r\n"))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"$100\r\nhalf of", "+PON", "*3\r\n:1\r\n", "$"})
    void inTheMiddleOfAnAnswer(String half) throws IOException {
        assertThat(closedAt("PING", StrangeServer.afterLogin(socket -> StrangeServer.say(socket, half))))
                .isTrue();
    }

    @Test
    void byAReset() throws IOException {
        assertThat(closedAt("PING", StrangeServer.afterLogin(socket -> socket.setSoLinger(true, 0))))
                .isTrue();
    }

    @Test
    void byHalfAlone() throws IOException {
        // Given
        StrangeServer.Manners half = StrangeServer.afterLogin(socket -> {
            socket.shutdownOutput();
            StrangeServer.listen(socket);
        });
        // When, Then
        assertThat(closedAt("PING", half)).isTrue();
    }

    @Test
    void whatSpeaksAnotherProtocolBeforeItClosesIsNotRedis() throws IOException {
        // Given
        byte[] http = "HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        // When
        Cause failure = ask(saying(http));
        // Then
        assertThat(failure.reason()).isEqualTo(Reason.NOT_REDIS);
    }

    @Test
    void whatGreetsInAnotherProtocolAndThenClosesIsNotRedis() throws IOException {
        // Given
        StrangeServer.Manners shell = socket -> {
            StrangeServer.say(socket, "SSH-2.0-OpenSSH_9.2\r\n");
            socket.getInputStream().readNBytes(20);
        };
        // When
        Cause failure = ask(shell);
        // Then
        assertThat(failure.reason()).isEqualTo(Reason.NOT_REDIS);
    }

    @Test
    void whatSpeaksTlsBeforeItClosesIsToldAsThat() throws IOException {
        // Given
        byte[] alert = {0x15, 0x03, 0x03, 0x00, 0x02, 0x02, 0x28};
        // When
        Cause failure = ask(saying(alert));
        // Then
        assertThat(failure.reason()).isEqualTo(Reason.TLS_FAILED);
    }

    private static StrangeServer.Manners saying(byte[] words) {
        return StrangeServer.impatient(MOMENT, socket -> {
            StrangeServer.hear(socket);
            socket.getOutputStream().write(words);
        });
    }

    @Test
    void anAnswerThatComesBeforeTheCloseCounts() throws IOException {
        // Given, When
        Cause failure = ask(StrangeServer.afterLogin(socket -> StrangeServer.say(socket, "-LOADING wait\r\n")));
        // Then
        assertThat(failure.reason()).isEqualTo(Reason.LOADING);
    }

    /** Whether the close is told, of this command, in half of the time limit. */
    private boolean closedAt(String step, StrangeServer.Manners manners) throws IOException {
        long begun = System.nanoTime();
        Cause failure = ask(manners);
        Duration taken = Duration.ofNanos(System.nanoTime() - begun);
        assertThat(failure.message())
                .contains("closed instead of an answer to " + step)
                .doesNotContain("CPU");
        assertThat(taken).isLessThan(LongTimeout.LONG.dividedBy(2));
        return failure.reason() == Reason.CONNECTION_CLOSED;
    }

    private Cause ask(StrangeServer.Manners manners) throws IOException {
        try (StrangeServer server = StrangeServer.start(manners)) {
            return gateway.ask(server.address(), LOGIN, new CheckDialogue())
                    .failure()
                    .orElseThrow();
        }
    }
}
