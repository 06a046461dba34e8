package dev.cacheward.redis.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.redis.Login;
import dev.cacheward.redis.Password;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A server that sends without end takes neither the operator's memory nor its time. */
class EndlessRepliesTest {
    private static final Login LOGIN = new Login("default", new Password("secret"));

    /** Far more than the kernel keeps for both ends of a connection, and far less than a server sends in the time limit. */
    private static final long MOST_SENT = 64L * 1024 * 1024;

    private final RedisGateway gateway = LongTimeout.gateway();
    private final AtomicLong sent = new AtomicLong();

    @AfterEach
    void close() {
        gateway.close();
    }

    static Stream<Arguments> floods() {
        return Stream.of(
                        List.of("a bulk of any size", "$536870912\r\n", "x".repeat(8192)),
                        List.of("a line without an end", "+", "x".repeat(8192)),
                        List.of("an error without an end", "-ERR ", "x".repeat(8192)),
                        List.of("a number without an end", ":", "1".repeat(8192)),
                        List.of("an array of any size", "*2147483647\r\n", ":1\r\n".repeat(2048)),
                        List.of("an array of empty texts", "*2147483647\r\n", "$0\r\n\r\n".repeat(2048)),
                        List.of("arrays in arrays", "", "*1\r\n".repeat(2048)),
                        List.of("answers that nobody asked for", "+OK\r\n", "+OK\r\n".repeat(2048)),
                        List.of("pushes", "", ">2\r\n+a\r\n+b\r\n".repeat(1024)),
                        List.of("maps in maps", "", "%1\r\n+a\r\n".repeat(1024)),
                        List.of("no protocol at all", "", "\u0000".repeat(8192)))
                .map(flood -> Arguments.of(flood.toArray()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("floods")
    void afterTheLoginTheConnectionIsClosedAndWhatListensIsNoRedis(String name, String first, String again)
            throws IOException {
        // Given
        StrangeServer.Manners endless = StrangeServer.afterLogin(socket -> flood(socket, first, again));
        // When
        Cause failure = ask(endless, new CheckDialogue());
        // Then
        assertThat(failure.reason()).isEqualTo(Reason.NOT_REDIS);
        assertThat(sent).hasValueLessThan(MOST_SENT);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("floods")
    void inThePlaceOfALoginAsWell(String name, String first, String again) throws IOException {
        // Given
        StrangeServer.Manners endless = socket -> flood(socket, first, again);
        // When
        Cause failure = ask(endless, new InfoDialogue());
        // Then
        assertThat(failure.reason()).isEqualTo(Reason.NOT_REDIS);
        assertThat(sent).hasValueLessThan(MOST_SENT);
    }

    @Test
    void theMessageSaysHowMuchWasTooMuch() throws IOException {
        // Given
        StrangeServer.Manners endless =
                StrangeServer.afterLogin(socket -> flood(socket, "$536870912\r\n", "x".repeat(8192)));
        // When
        Cause failure = ask(endless, new InfoDialogue());
        // Then
        assertThat(failure.message()).contains("more than 256 KiB", "closed the connection at INFO");
    }

    @Test
    void anInfoOfManyFieldsIsReadOnlyAsFarAsOneOfARedisGoes() {
        // Given
        String info =
                "redis_version:8.0.6\r\n" + "db1:keys=1\r\n".repeat(5) + "x:\r\n".repeat(60_000) + "db2:keys=7\r\n";
        // When
        ServerInfo read = ServerInfo.parse(info);
        // Then
        assertThat(read.stats().keys()).isEqualTo(1);
    }

    private Cause ask(StrangeServer.Manners manners, Dialogue<?> dialogue) throws IOException {
        try (StrangeServer server = StrangeServer.start(manners)) {
            return gateway.ask(server.address(), LOGIN, dialogue).failure().orElseThrow();
        }
    }

    private void flood(Socket socket, String first, String again) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(first.getBytes(StandardCharsets.US_ASCII));
        byte[] bytes = again.getBytes(StandardCharsets.US_ASCII);
        while (!socket.isClosed()) {
            out.write(bytes);
            sent.addAndGet(bytes.length);
        }
    }
}
