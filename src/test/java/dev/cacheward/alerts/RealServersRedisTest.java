package dev.cacheward.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.CacheProfileStatus;
import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.api.v1alpha1.EvictionPolicy;
import dev.cacheward.api.v1alpha1.PersistenceMode;
import dev.cacheward.cacheprofile.report.health.HealthReport;
import dev.cacheward.cacheprofile.report.health.Readings;
import dev.cacheward.cacheprofile.report.health.Sample;
import dev.cacheward.cacheprofile.report.health.Vitals;
import dev.cacheward.redis.client.CheckDialogue;
import dev.cacheward.redis.client.InfoDialogue;
import dev.cacheward.redis.client.LongTimeout;
import dev.cacheward.redis.client.RawRedis;
import dev.cacheward.redis.client.RealRedis;
import dev.cacheward.redis.client.RedisBinary;
import dev.cacheward.redis.client.RedisGateway;
import dev.cacheward.redis.client.ServerInfo;
import dev.cacheward.redis.client.SnapshotDialogue;
import dev.cacheward.redis.conf.SampleServerSettings;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Conditions;
import dev.cacheward.status.PreviousStatus;
import dev.cacheward.status.Reason;
import dev.cacheward.telemetry.OperatorMeters;
import dev.cacheward.telemetry.ReportedProfile;
import dev.cacheward.telemetry.Telemetry;
import dev.cacheward.telemetry.redis.RedisMeters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What real servers say of themselves becomes the condition, the metric and the alert. */
class RealServersRedisTest {
    private static final RedisBinary BINARY = RedisBinary.find();

    private final RedisGateway gateway = LongTimeout.gateway();
    private final OperatorMeters meters = new OperatorMeters();
    private final RedisMeters servers = new RedisMeters(meters.registry());
    private final Telemetry telemetry = Telemetry.all(List.of(meters.telemetry(), servers));

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        meters.close();
        gateway.close();
    }

    @Test
    void aServerThatIsNearlyFullAndEvictsNothing() throws IOException {
        try (RealRedis redis =
                        RealRedis.start(BINARY, SampleServerSettings.memory(8 << 20, EvictionPolicy.NO_EVICTION));
                RawRedis application = new RawRedis(redis.address(), redis.application())) {
            // Given
            for (int key = 0; info(redis).stats().memory().fullRatio() < 0.92; key++) {
                application.ask("SET", "key" + key, "x".repeat(100_000));
            }

            // When
            List<Condition> conditions = told(redis, ConditionType.MEMORY_HEALTHY);

            // Then
            assertThat(conditions).extracting(Condition::reason).containsExactly(Reason.MEMORY_FILLING.wire());
            assertFires("CachewardMemoryFilling", "warning");
        }
    }

    @Test
    void aServerThatCannotSave() throws IOException {
        try (RealRedis redis = RealRedis.start(BINARY, SampleServerSettings.of(PersistenceMode.SNAPSHOT, Map.of()))) {
            // Given: a data folder that is gone fails a save for every user, root as well
            Files.delete(redis.data());
            gateway.ask(redis.address(), redis.operator(), new SnapshotDialogue());
            Awaitility.await()
                    .atMost(LongTimeout.LONG)
                    .until(() -> !info(redis).persistence().lastBgsaveOk());

            // When
            List<Condition> conditions = told(redis, ConditionType.PERSISTENCE_HEALTHY);

            // Then
            assertThat(conditions).extracting(Condition::reason).containsExactly(Reason.PERSISTENCE_FAILING.wire());
            assertFires("CachewardPersistenceFailing", "critical");
        }
    }

    @Test
    void aServerWithFewConnections() throws IOException {
        try (RealRedis redis = RealRedis.start(
                        BINARY, SampleServerSettings.of(PersistenceMode.NONE, Map.of("maxclients", "2")));
                RawRedis application = new RawRedis(redis.address(), redis.application())) {
            // When
            told(redis, ConditionType.MEMORY_HEALTHY);

            // Then
            assertThat(application.ask("PING")).isEqualTo("PONG");
            assertFires("CachewardClientsNearLimit", "warning");
        }
    }

    @Test
    void aCheckIsTwoLookupsThatHit() {
        try (RealRedis redis = RealRedis.start(BINARY, SampleServerSettings.defaults())) {
            // Given
            ServerInfo before = info(redis);

            // When
            for (int check = 0; check < 10; check++) {
                assertThat(gateway.ask(redis.address(), redis.application(), new CheckDialogue())
                                .failure())
                        .isEmpty();
            }

            // Then
            assertThat(info(redis).stats().hits() - before.stats().hits()).isEqualTo(20);
            assertThat(info(redis).stats().misses()).isEqualTo(before.stats().misses());
        }
    }

    /** Returns the conditions of a server, and has the metrics show them with its numbers. */
    private List<Condition> told(RealRedis redis, ConditionType type) {
        Sample sample = new Sample(Instant.now(), "shop-0", info(redis));
        Vitals vitals = new Vitals(Set.of(type), true, Optional.of(sample));
        List<Condition> conditions = Conditions.merge(
                HealthReport.of(
                        vitals, Readings.none().with(sample), new PreviousStatus<CacheProfileStatus>(Optional.empty())),
                List.of(),
                1,
                sample.at());
        CacheProfile profile = ReportedProfile.profile(1, List.of());
        telemetry.reconciled(profile, List.of(), conditions);
        servers.answered(ReportedProfile.SHOP, sample.info());
        return conditions;
    }

    /** Where promtool is not, the conditions are all that is tested. */
    private void assertFires(String alert, String severity) throws IOException {
        Promtool.demand();
        Promtool.writeRules(folder, Set.of());
        StringBuilder test = new StringBuilder(
                "rule_files: [rules.yaml]\nevaluation_interval: 1m\ntests:\n" + "- interval: 1m\n  input_series:\n");
        meters.scrape()
                .lines()
                .filter(line -> line.startsWith("cacheward_") && !line.endsWith("NaN"))
                .forEach(line -> test.append("  - {series: '%s', values: '%sx10'}%n"
                        .formatted(
                                line.substring(0, line.lastIndexOf(' ')), line.substring(line.lastIndexOf(' ') + 1))));
        Files.writeString(folder.resolve("test.yaml"), test + """
                  alert_rule_test:
                  - {eval_time: 4m, alertname: %1$s, exp_alerts: []}
                  - {eval_time: 8m, alertname: %1$s, exp_alerts: [{exp_labels: {namespace: team, profile: shop, severity: %2$s}}]}
                """.formatted(alert, severity));
        Promtool.run(folder, "test", "rules", "test.yaml");
    }

    private ServerInfo info(RealRedis redis) {
        return gateway.ask(redis.address(), redis.operator(), new InfoDialogue())
                .fold(said -> said, cause -> {
                    throw new IllegalStateException(cause.message());
                });
    }
}
