package dev.cacheward.cacheprofile.render.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cacheward.redis.client.RawRedis;
import dev.cacheward.redis.conf.SampleServerSettings;
import io.fabric8.kubernetes.api.model.Probe;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How long one run of a probe asks, and what it tells the kubelet. */
class RepeatingProbesRedisTest {
    private static final String EVERY_SHELL = "dev.cacheward.cacheprofile.render.probe.Shell#all";
    private static final int FOR_EVER = 100_000;
    private static final Duration LONG = Duration.ofMinutes(1);

    private final Probes probes = new RepeatingProbes(false);

    @ParameterizedTest
    @MethodSource(EVERY_SHELL)
    void theFirstGoodAnswerIsToldAtOnceAndTheNextRunAsksOn(Shell shell) {
        try (ProbedRedis redis = new ProbedRedis(shell, SampleServerSettings.defaults())) {
            // When
            int first = redis.code(probes.readiness(), FOR_EVER, ProbedRedis.PATIENT);
            long asked = pings(redis);
            int second = redis.code(probes.readiness(), 1, ProbedRedis.PATIENT);
            // Then
            assertThat(first).isZero();
            assertThat(second).isZero();
            assertThat(pings(redis) - asked).isGreaterThan(2);
        }
    }

    @ParameterizedTest
    @MethodSource(EVERY_SHELL)
    void aServerThatFreezesWhileARunAsksEndsItAndItsReturnIsToldAtOnce(Shell shell) {
        for (Probe probe : new Probe[] {probes.readiness(), probes.liveness()}) {
            try (ProbedRedis redis = new ProbedRedis(shell, SampleServerSettings.defaults())) {
                // Given
                redis.passes(probe);
                try (ProbedRedis.Run run = redis.run(probe, FOR_EVER, ProbedRedis.HASTY)) {
                    long asked = pings(redis);
                    await().atMost(LONG).until(() -> pings(redis) > asked + 1);
                    assertThat(run.lasts()).isTrue();
                    // When
                    redis.redis().freeze();
                    // Then
                    assertThat(run.code()).isEqualTo(1);
                }
                assertThat(redis.fails(probe)).isTrue();
                redis.redis().thaw();
                assertThat(redis.code(probe, FOR_EVER, ProbedRedis.PATIENT)).isZero();
            }
        }
    }

    @ParameterizedTest
    @MethodSource(EVERY_SHELL)
    void nothingOfAnEarlierContainerDelaysTheNextOne(Shell shell) {
        try (ProbedRedis redis = new ProbedRedis(shell, SampleServerSettings.defaults())) {
            // Given
            redis.passes(probes.readiness());
            redis.passes(probes.liveness());
            // When
            boolean started = redis.passes(probes.startup());
            // Then
            assertThat(started).isTrue();
            assertThat(redis.code(probes.readiness(), FOR_EVER, ProbedRedis.PATIENT))
                    .isZero();
            assertThat(redis.code(probes.liveness(), FOR_EVER, ProbedRedis.PATIENT))
                    .isZero();
        }
    }

    @ParameterizedTest
    @MethodSource(EVERY_SHELL)
    void aRunThatWasEndedFromOutsideIsFollowedByOneThatTellsAtOnce(Shell shell) {
        try (ProbedRedis redis = new ProbedRedis(shell, SampleServerSettings.defaults())) {
            // Given
            redis.passes(probes.liveness());
            long asked = pings(redis);
            try (ProbedRedis.Run run = redis.run(probes.liveness(), FOR_EVER, ProbedRedis.HASTY)) {
                await().atMost(LONG).until(() -> pings(redis) > asked);
                // When
                run.process().destroyForcibly();
                // Then
                assertThat(run.code()).isNotZero();
            }
            assertThat(redis.code(probes.liveness(), FOR_EVER, ProbedRedis.PATIENT))
                    .isZero();
        }
    }

    @ParameterizedTest
    @MethodSource(EVERY_SHELL)
    void withoutAPlaceForNotesEachRunAsksOnce(Shell shell) throws IOException {
        try (ProbedRedis redis = new ProbedRedis(shell, SampleServerSettings.defaults())) {
            // Given
            Files.delete(redis.notes());
            for (int i = 0; i < 2; i++) {
                // When
                int code = redis.code(probes.readiness(), FOR_EVER, ProbedRedis.PATIENT);
                // Then
                assertThat(code).isZero();
            }
            assertThat(redis.passes(probes.startup())).isTrue();
        }
    }

    private static long pings(ProbedRedis redis) {
        try (RawRedis operator =
                new RawRedis(redis.redis().address(), redis.redis().operator())) {
            return String.valueOf(operator.ask("INFO", "commandstats"))
                    .lines()
                    .filter(line -> line.startsWith("cmdstat_ping:"))
                    .map(line -> line.replaceFirst("^[^=]*=([0-9]+).*$", "$1"))
                    .mapToLong(Long::parseLong)
                    .sum();
        }
    }
}
