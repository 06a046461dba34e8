package dev.cacheward.cacheprofile.render.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cacheward.api.v1alpha1.EvictionPolicy;
import dev.cacheward.api.v1alpha1.PersistenceMode;
import dev.cacheward.redis.client.RawRedis;
import dev.cacheward.redis.conf.SampleServerSettings;
import dev.cacheward.redis.conf.ServerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the probes say of a server in trouble, brought about for real. */
class ProbedFaultsRedisTest {
    private static final String EVERY_SHELL = "dev.cacheward.cacheprofile.render.probe.Shell#all";
    private static final Duration LONG = Duration.ofMinutes(1);

    private final Probes probes = new RepeatingProbes(false);

    @ParameterizedTest
    @MethodSource(EVERY_SHELL)
    void aFrozenOrRefusingServerIsNeitherReadyNorAlive(Shell shell) {
        try (ProbedRedis redis = new ProbedRedis(shell, SampleServerSettings.defaults())) {
            redis.redis().freeze();
            assertReadyAndAlive(redis, false, false);
            redis.redis().kill();
            assertReadyAndAlive(redis, false, false);
        }
    }

    @ParameterizedTest
    @MethodSource(EVERY_SHELL)
    void aServerThatReadsItsDataIsAliveButNotReady(Shell shell) {
        ServerSettings settings = SampleServerSettings.of(PersistenceMode.SNAPSHOT, Map.of());
        try (ProbedRedis redis = new ProbedRedis(shell, settings)) {
            saveManyKeys(redis);
            redis.redis()
                    .relaunch(settings, "--key-load-delay", "1000", "--loading-process-events-interval-bytes", "1024");
            await().atMost(LONG).ignoreExceptions().until(() -> answer(redis).contains("LOADING"));
            assertReadyAndAlive(redis, false, true);
        }
    }

    @ParameterizedTest
    @MethodSource(EVERY_SHELL)
    void aServerThatCannotSaveIsReady(Shell shell) throws IOException {
        // A data folder that is gone fails a save for every user, root as well.
        try (ProbedRedis redis = new ProbedRedis(shell, SampleServerSettings.of(PersistenceMode.SNAPSHOT, Map.of()))) {
            Files.delete(redis.redis().data());
            try (RawRedis operator =
                    new RawRedis(redis.redis().address(), redis.redis().operator())) {
                operator.ask("BGSAVE");
            }
            await().atMost(LONG).until(() -> answer(redis).contains("MISCONF"));
            assertReadyAndAlive(redis, true, true);
        }
    }

    @ParameterizedTest
    @MethodSource(EVERY_SHELL)
    void aFullClientTableIsReady(Shell shell) {
        ServerSettings settings = SampleServerSettings.of(PersistenceMode.NONE, Map.of("maxclients", "2"));
        try (ProbedRedis redis = new ProbedRedis(shell, settings);
                RawRedis first =
                        new RawRedis(redis.redis().address(), redis.redis().application());
                RawRedis second =
                        new RawRedis(redis.redis().address(), redis.redis().application())) {
            assertReadyAndAlive(redis, true, true);
            assertThat(redis.code(probes.readiness(), 2, ProbedRedis.PATIENT)).isZero();
            assertThat(first.ask("PING")).isEqualTo(second.ask("PING"));
        }
    }

    @ParameterizedTest
    @MethodSource(EVERY_SHELL)
    void aFullMemoryAndAReplicaAreReady(Shell shell) {
        try (ProbedRedis redis =
                new ProbedRedis(shell, SampleServerSettings.memory(1024, EvictionPolicy.NO_EVICTION))) {
            assertReadyAndAlive(redis, true, true);
            try (RawRedis operator =
                    new RawRedis(redis.redis().address(), redis.redis().operator())) {
                operator.ask("REPLICAOF", "127.0.0.1", "1");
            }
            assertReadyAndAlive(redis, true, true);
        }
    }

    @ParameterizedTest
    @MethodSource(EVERY_SHELL)
    void aPasswordThatTheServerDoesNotTakeIsNoFault(Shell shell) {
        try (ProbedRedis redis = new ProbedRedis(shell, SampleServerSettings.defaults())) {
            redis.password("of another time");
            assertReadyAndAlive(redis, true, true);
            redis.password("");
            assertReadyAndAlive(redis, true, true);
        }
    }

    private void assertReadyAndAlive(ProbedRedis redis, boolean ready, boolean alive) {
        assertThat(ready ? redis.passes(probes.readiness()) : !redis.fails(probes.readiness()))
                .as("ready")
                .isEqualTo(ready);
        assertThat(alive ? redis.passes(probes.startup()) : !redis.fails(probes.startup()))
                .as("started")
                .isEqualTo(alive);
        assertThat(alive ? redis.passes(probes.liveness()) : !redis.fails(probes.liveness()))
                .as("alive")
                .isEqualTo(alive);
    }

    private static String answer(ProbedRedis redis) {
        try (RawRedis probe =
                new RawRedis(redis.redis().address(), redis.redis().probe())) {
            return String.valueOf(probe.ask("PING"));
        }
    }

    private static void saveManyKeys(ProbedRedis redis) {
        try (RawRedis application =
                        new RawRedis(redis.redis().address(), redis.redis().application());
                RawRedis operator =
                        new RawRedis(redis.redis().address(), redis.redis().operator())) {
            application.ask("EVAL", "for i = 1, 20000 do redis.call('SET', 'key:' .. i, i) end", "0");
            operator.ask("BGSAVE");
            await().atMost(LONG)
                    .until(() ->
                            String.valueOf(operator.ask("INFO", "persistence")).contains("rdb_bgsave_in_progress:0")
                                    && Files.exists(redis.redis().data().resolve("dump.rdb")));
        }
    }
}
