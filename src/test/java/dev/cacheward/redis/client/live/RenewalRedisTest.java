package dev.cacheward.redis.client.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cacheward.redis.Login;
import dev.cacheward.redis.Password;
import dev.cacheward.redis.Tls;
import dev.cacheward.redis.client.ConfigDialogue;
import dev.cacheward.redis.client.LettuceGateway;
import dev.cacheward.redis.client.LongTimeout;
import dev.cacheward.redis.client.RawRedis;
import dev.cacheward.redis.client.RedisAddress;
import dev.cacheward.redis.client.Reply;
import dev.cacheward.redis.client.ShownCertificate;
import dev.cacheward.redis.client.external.ForeignRedis;
import dev.cacheward.redis.client.replication.CountingWriters;
import dev.cacheward.testbed.certificates.CertificateAuthority;
import dev.cacheward.testbed.certificates.CertificateAuthority.Subject;
import dev.cacheward.testbed.certificates.Issued;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a real server does when it is told to read the files of another certificate. */
class RenewalRedisTest {
    private static final CertificateAuthority CA = CertificateAuthority.root("ca");
    private static final Login LOGIN = new Login("default", new Password("password"));

    @TempDir
    private Path folder;

    private final LettuceGateway gateway = new LettuceGateway(LongTimeout.LONG);
    private ForeignRedis server;

    @BeforeEach
    void start() {
        server = ForeignRedis.encrypted(
                CA.issue(Subject.server("shop")),
                CA.pem(),
                "--requirepass",
                LOGIN.password().value());
    }

    @AfterEach
    void stop() {
        server.close();
        gateway.close();
    }

    @Test
    void twentyClientsNoticeNothingOfANewCertificate() throws IOException {
        // Given
        Issued renewed = CA.issue(Subject.server("shop"));
        Map<String, String> files = files(renewed);
        try (CountingWriters writers = new CountingWriters(20, LOGIN, this::address)) {
            await().atMost(LongTimeout.LONG).until(() -> writers.allWrite() && writers.writes() > 500);

            // When
            Reply<?> told = tell(files);

            // Then
            assertThat(told.failure()).isEmpty();
            assertThat(ShownCertificate.of(address())).isEqualTo(renewed.certificate());
            long then = writers.writes();
            await().atMost(LongTimeout.LONG).until(() -> writers.writes() > then + 500);
            writers.stop();
            assertThat(writers.errors()).allSatisfy(errors -> assertThat(errors).isEmpty());
            assertThat(writers.lost(this::get)).isEmpty();
        }
    }

    @Test
    void filesThatAreNotThereYetAreRefusedAndTheOldOnesStay() {
        // Given
        Object before = ShownCertificate.of(address());

        // When
        Reply<?> told = tell(Map.of(
                "tls-cert-file", folder + "/later.crt",
                "tls-key-file", folder + "/later.key",
                "tls-ca-cert-file", folder + "/later.ca.crt"));

        // Then
        assertThat(told.failure()).isPresent();
        assertThat(ShownCertificate.of(address())).isEqualTo(before);
    }

    private Reply<?> tell(Map<String, String> files) {
        return gateway.ask(address(), LOGIN, new ConfigDialogue("CONFIG", new TreeMap<>(files)));
    }

    private String get(String key) {
        try (RawRedis redis = new RawRedis(address(), LOGIN)) {
            return String.valueOf(redis.ask("GET", key));
        }
    }

    private RedisAddress address() {
        return new RedisAddress(
                "127.0.0.1", server.port(), Optional.of(Tls.trusting(CA.pem()).named("shop")));
    }

    private Map<String, String> files(Issued issued) throws IOException {
        return Map.of(
                "tls-cert-file", write("1.crt", issued.chain()),
                "tls-key-file", write("1.key", issued.key()),
                "tls-ca-cert-file", write("1.ca.crt", CA.pem()));
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
