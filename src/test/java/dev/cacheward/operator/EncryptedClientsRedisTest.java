package dev.cacheward.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.cacheprofile.model.ProfileBasics;
import dev.cacheward.cacheprofile.render.BindingRenderer;
import dev.cacheward.delivery.PresetReport;
import dev.cacheward.kubernetes.Owner;
import dev.cacheward.redis.Connection;
import dev.cacheward.redis.Login;
import dev.cacheward.redis.Password;
import dev.cacheward.redis.Tls;
import dev.cacheward.redis.client.external.ForeignRedis;
import dev.cacheward.runtime.ClusterDomain;
import dev.cacheward.testbed.Python;
import dev.cacheward.testbed.certificates.CertificateAuthority;
import dev.cacheward.testbed.certificates.CertificateAuthority.Subject;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SslOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Applications connect with the files of the published Secret as it is mounted, by the lines that the page on TLS shows. */
class EncryptedClientsRedisTest {
    private static final CertificateAuthority CA = CertificateAuthority.root("ca");
    private static final String PASSWORD = "p%40ss w/ord:#?";

    @TempDir
    private Path mounted;

    private ForeignRedis server;

    @BeforeEach
    void publish() throws IOException {
        server = ForeignRedis.encrypted(
                CA.issue(Subject.server("localhost")), CA.pem(), "--requirepass", PASSWORD, "--bind", "127.0.0.1 -::1");
        for (Map.Entry<String, String> file : secret().getData().entrySet()) {
            Files.write(mounted.resolve(file.getKey()), Base64.getDecoder().decode(file.getValue()));
        }
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void lettuceTakesTheFiles() throws IOException {
        RedisURI uri = RedisURI.create(Files.readString(mounted.resolve("uri")));
        try (RedisClient client = RedisClient.create(uri)) {
            client.setOptions(ClientOptions.builder()
                    .sslOptions(SslOptions.builder()
                            .trustManager(mounted.resolve("ca.crt").toFile())
                            .build())
                    .build());
            assertThat(client.connect().sync().ping()).isEqualTo("PONG");
        }
    }

    @Test
    void redisPyTakesTheFiles() {
        String program = "import redis, sys; m = sys.argv[1];"
                + " print(redis.Redis.from_url(open(m + '/uri').read(), ssl_ca_certs=m + '/ca.crt').ping())";
        assertThat(Python.with("redis").run("-c", program, mounted.toString())).isEqualTo("True");
    }

    @Test
    void ioredisTakesTheFiles(@TempDir Path scratch) throws IOException {
        // Given
        Path modules = PresetProofs.nodeModules();
        PresetProofs.copy("node", scratch);
        Path link = Files.createSymbolicLink(scratch.resolve("node_modules"), modules);

        // When
        List<String> said = PresetProofs.run(
                Map.of(), List.of("node", scratch.resolve("encrypted.mjs").toString(), mounted.toString()));
        Files.delete(link);

        // Then
        assertThat(said).containsExactly("PONG", "exit 0");
    }

    @Test
    void goRedisTakesTheFiles() {
        assertThat(PresetProofs.run(Map.of(), List.of(PresetProofs.goProgram().toString(), "ping", mounted.toString())))
                .containsExactly("PONG", "exit 0");
    }

    private Secret secret() {
        CacheProfile profile = new CacheProfile();
        profile.setMetadata(new ObjectMetaBuilder()
                .withName("shop")
                .withNamespace("team")
                .withUid("uid")
                .build());
        ProfileBasics basics = new ProfileBasics(
                Owner.of(profile), new TreeMap<>(), List.of(), PresetReport.none(), "", ClusterDomain.DEFAULT);
        return BindingRenderer.binding(
                basics,
                new Connection(
                        "localhost",
                        server.port(),
                        new Login("default", new Password(PASSWORD)),
                        Optional.of(0),
                        Optional.of(Tls.trusting(CA.pem()))));
    }
}
