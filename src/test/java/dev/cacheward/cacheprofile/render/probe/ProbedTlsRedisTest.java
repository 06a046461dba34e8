package dev.cacheward.cacheprofile.render.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.PersistenceMode;
import dev.cacheward.redis.client.RawRedis;
import dev.cacheward.redis.client.external.TlsBinary;
import dev.cacheward.redis.conf.CertificatePaths;
import dev.cacheward.redis.conf.RedisConf;
import dev.cacheward.redis.conf.SampleServerSettings;
import dev.cacheward.redis.conf.ServerSettings;
import dev.cacheward.testbed.Ports;
import dev.cacheward.testbed.certificates.CertificateAuthority;
import dev.cacheward.testbed.certificates.CertificateAuthority.Subject;
import dev.cacheward.testbed.certificates.Issued;
import io.fabric8.kubernetes.api.model.Probe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The probes of a server that encrypts. */
class ProbedTlsRedisTest {
    private static final String EVERY_SHELL = "dev.cacheward.cacheprofile.render.probe.Shell#all";

    private final Probes probes = new RepeatingProbes(true);

    @TempDir
    Path certificates;

    /** Such a server cuts the connection before it is encrypted, so that the client cannot read why. */
    @ParameterizedTest
    @MethodSource(EVERY_SHELL)
    void aFullClientTableIsReady(Shell shell) throws IOException {
        try (ProbedRedis redis = encrypted(shell, Map.of("maxclients", "2"));
                RawRedis first =
                        new RawRedis(redis.redis().address(), redis.redis().application());
                RawRedis second =
                        new RawRedis(redis.redis().address(), redis.redis().application())) {
            assertReadyAndAlive(redis, true);
            assertThat(redis.code(probes.readiness(), 2, ProbedRedis.PATIENT)).isZero();
            assertThat(first.ask("PING")).isEqualTo(second.ask("PING"));
        }
    }

    @ParameterizedTest
    @MethodSource(EVERY_SHELL)
    void aServerThatAnswersIsReadyAndOneThatDoesNotIsNot(Shell shell) throws IOException {
        try (ProbedRedis redis = encrypted(shell, Map.of())) {
            assertReadyAndAlive(redis, true);
            redis.redis().freeze();
            assertReadyAndAlive(redis, false);
            redis.redis().thaw();
            assertReadyAndAlive(redis, true);
            redis.redis().kill();
            assertReadyAndAlive(redis, false);
        }
    }

    private void assertReadyAndAlive(ProbedRedis redis, boolean expected) {
        for (Probe probe : new Probe[] {probes.readiness(), probes.startup(), probes.liveness()}) {
            assertThat(expected ? redis.passes(probe) : !redis.fails(probe)).isEqualTo(expected);
        }
    }

    private ProbedRedis encrypted(Shell shell, Map<String, String> parameters) throws IOException {
        Issued issued = CertificateAuthority.selfSigned(Subject.server("127.0.0.1"));
        String certificate = write("tls.crt", issued.pem());
        String key = write("tls.key", issued.key());
        String port = String.valueOf(Ports.free());
        ServerSettings settings = SampleServerSettings.of(PersistenceMode.NONE, parameters);
        return new ProbedRedis(
                shell,
                TlsBinary.find(),
                settings,
                Map.of(
                        "-p " + RedisConf.TLS_PORT,
                        "-p " + port,
                        CertificatePaths.atStart().certificate(),
                        certificate,
                        CertificatePaths.atStart().key(),
                        key),
                "--tls-port",
                port,
                "--tls-cert-file",
                certificate,
                "--tls-key-file",
                key,
                "--tls-ca-cert-file",
                certificate);
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(certificates.resolve(name), text).toString();
    }
}
