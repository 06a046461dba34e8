package dev.cacheward.redis.client.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.redis.Authentication;
import dev.cacheward.redis.Tls;
import dev.cacheward.redis.client.CheckDialogue;
import dev.cacheward.redis.client.LettuceGateway;
import dev.cacheward.redis.client.LongTimeout;
import dev.cacheward.redis.client.RedisAddress;
import dev.cacheward.redis.client.RedisGateway;
import dev.cacheward.redis.client.StrangeServer;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import dev.cacheward.testbed.certificates.CertificateAuthority;
import dev.cacheward.testbed.certificates.CertificateAuthority.Subject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Encrypted connections to what is no Redis. */
class StrangeTlsTest {
    private static final CertificateAuthority CA = CertificateAuthority.root("ours");
    private static final CertificateAuthority OTHER = CertificateAuthority.root("other");
    private static final long MOST_SENT = 64L * 1024 * 1024;

    @Test
    void anEndlessAnswerIsCutOffBehindTheEncryptionAsWell() throws IOException {
        // Given
        AtomicLong sent = new AtomicLong();
        StrangeServer.Manners endless = socket -> {
            socket.getInputStream().read();
            OutputStream out = socket.getOutputStream();
            out.write("$536870912\r\n".getBytes(StandardCharsets.US_ASCII));
            for (byte[] bytes = new byte[8192]; !socket.isClosed(); sent.addAndGet(bytes.length)) {
                out.write(bytes);
            }
        };
        try (RedisGateway gateway = LongTimeout.gateway();
                StrangeServer server = StrangeServer.start(encrypted(), endless)) {
            // When
            Cause failure = ask(gateway, server, CA.pem());
            // Then
            assertThat(failure.reason()).isEqualTo(Reason.NOT_REDIS);
            assertThat(failure.message()).contains("more than 256 KiB");
            assertThat(sent).hasValueLessThan(MOST_SENT);
        }
    }

    @Test
    void aServerThatHangsUpInTheHandshakeIsToldAsThat() throws IOException {
        assertThat(told(Socket::close)).startsWith(TlsTrouble.CLOSED.what());
    }

    @Test
    void aServerThatSpeaksAnotherProtocolIsToldAsThat() throws IOException {
        assertThat(told(socket -> {
                    socket.getInputStream().read();
                    socket.getOutputStream()
                            .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                }))
                .startsWith(TlsTrouble.PLAINTEXT_SERVER.what());
    }

    @Test
    void aServerThatSaysNothingIsToldAsThat() throws IOException {
        // Given
        try (RedisGateway hasty = new LettuceGateway(Duration.ofSeconds(1));
                StrangeServer server = StrangeServer.start(plain(), StrangeServer::listen)) {
            // When
            Cause failure = ask(hasty, server, CA.pem());
            // Then
            assertThat(failure.message()).startsWith(TlsTrouble.SILENT.what());
        }
    }

    /** The client library takes the certificates once for all connections of a client, or so it says. */
    @Test
    void connectionsThatTrustOtherCasAtTheSameTimeDoNotMixThem() throws IOException {
        // Given
        try (RedisGateway gateway = LongTimeout.gateway();
                StrangeServer server = StrangeServer.start(encrypted(), StrangeServer::behave)) {
            // When
            var answers = Stream.iterate(0, number -> number + 1)
                    .limit(40)
                    .map(number -> number % 2 == 0 ? CA : OTHER)
                    .map(ca -> CompletableFuture.supplyAsync(() -> trusts(gateway, server, ca) == (ca == CA)))
                    .toList();
            // Then
            assertThat(answers).allMatch(CompletableFuture::join);
        }
    }

    private static boolean trusts(RedisGateway gateway, StrangeServer server, CertificateAuthority ca) {
        RedisAddress address =
                new RedisAddress("127.0.0.1", server.address().port(), Optional.of(Tls.trusting(ca.pem())));
        return gateway.ask(
                        address,
                        new Authentication.None(),
                        session -> session.send("PING").text())
                .failure()
                .isEmpty();
    }

    private static String told(StrangeServer.Manners manners) throws IOException {
        try (RedisGateway gateway = LongTimeout.gateway();
                StrangeServer server = StrangeServer.start(plain(), manners)) {
            Cause failure = ask(gateway, server, CA.pem());
            assertThat(failure.reason()).isEqualTo(Reason.TLS_FAILED);
            return failure.message();
        }
    }

    private static Cause ask(RedisGateway gateway, StrangeServer server, String ca) {
        RedisAddress address = new RedisAddress("127.0.0.1", server.address().port(), Optional.of(Tls.trusting(ca)));
        return gateway.ask(address, new Authentication.None(), new CheckDialogue())
                .failure()
                .orElseThrow();
    }

    private static ServerSocket encrypted() throws IOException {
        return CA.issue(Subject.server("127.0.0.1"))
                .context()
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    private static ServerSocket plain() throws IOException {
        return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }
}
