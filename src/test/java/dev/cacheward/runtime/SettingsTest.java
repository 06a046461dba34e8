package dev.cacheward.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.runtime.log.LogFormat;
import dev.cacheward.runtime.log.LogLevel;
import dev.cacheward.validation.AllowedHosts;
import dev.cacheward.validation.Bounds;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static final SettingsResult DEFAULTS = new SettingsResult.Valid(Settings.defaults(), List.of());

    @Test
    void theDefaultsAreThese() {
        assertThat(Settings.defaults())
                .isEqualTo(new Settings(
                        Set.of(),
                        new Settings.Redis(
                                "docker.io/library/redis:8.0.6",
                                ProfileDefaults.NONE,
                                new RunAs.Uid(999),
                                Duration.ofSeconds(2),
                                Optional.empty(),
                                Set.of()),
                        Bounds.none(),
                        new AllowedHosts(true, true, Set.of(), List.of()),
                        Optional.empty(),
                        new Settings.Log(LogLevel.INFO, LogFormat.TEXT),
                        Duration.ofSeconds(60),
                        new Settings.Replica(false, "cacheward", Optional.empty()),
                        Optional.empty()));
    }

    @Test
    void anEmptyEnvironmentGivesTheDefaults() {
        assertThat(Settings.parse(Map.of())).isEqualTo(DEFAULTS);
    }

    @Test
    void emptyVariablesCountAsUnset() {
        // Given
        Map<String, String> environment = environment(
                "CACHEWARD_NAMESPACES", "",
                "CACHEWARD_REDIS_IMAGE", " ",
                "CACHEWARD_REDIS_RUN_AS", "",
                "CACHEWARD_CLUSTER_DOMAIN", "",
                "CACHEWARD_NAMESPACE", "",
                "CACHEWARD_LOG_LEVEL", "",
                "CACHEWARD_RECONCILE_INTERVAL_SECONDS", "",
                "CACHEWARD_REDIS_TIMEOUT_SECONDS", "",
                "CACHEWARD_EXTERNAL_ALLOWED_HOSTS", "",
                "CACHEWARD_LOG_FORMAT", "",
                "CACHEWARD_LEADER_ELECTION", "",
                "CACHEWARD_LEASE", "",
                "CACHEWARD_POD_NAME", "",
                "CACHEWARD_HTTP_PORT", "");

        // Then
        assertThat(Settings.parse(environment)).isEqualTo(DEFAULTS);
    }

    @Test
    void everySettingIsRead() {
        // Given
        Map<String, String> environment = environment(
                "CACHEWARD_NAMESPACES", "shop, blog",
                "CACHEWARD_REDIS_IMAGE", "registry.example:5000/valkey/valkey:8.1@sha256:abc",
                "CACHEWARD_PROFILE_DEFAULTS", "{persistence: {storageClassName: fast}}",
                "CACHEWARD_REDIS_RUN_AS", "platform",
                "CACHEWARD_CLUSTER_DOMAIN", "k8s.example.com",
                "CACHEWARD_NAMESPACE", "cacheward-system",
                "CACHEWARD_LOG_LEVEL", "Debug",
                "CACHEWARD_RECONCILE_INTERVAL_SECONDS", "10",
                "CACHEWARD_REDIS_TIMEOUT_SECONDS", "5",
                "CACHEWARD_POD_KEY_PREFIXES", "team, example.com/",
                "CACHEWARD_TTL_MIN", "10s",
                "CACHEWARD_TTL_MAX", "1d",
                "CACHEWARD_RATES_MAX_PER_MINUTE", "1000",
                "CACHEWARD_EXTERNAL_ALLOWED_HOSTS", "Redis.example.com",
                "CACHEWARD_LOG_FORMAT", "JSON",
                "CACHEWARD_LEADER_ELECTION", "True",
                "CACHEWARD_LEASE", "cacheward.shop",
                "CACHEWARD_POD_NAME", "cacheward-7d9f-x2x",
                "CACHEWARD_HTTP_PORT", "8080");

        // When
        SettingsResult result = Settings.parse(environment);

        // Then
        assertThat(result)
                .isEqualTo(new SettingsResult.Valid(
                        new Settings(
                                Set.of("blog", "shop"),
                                new Settings.Redis(
                                        "registry.example:5000/valkey/valkey:8.1@sha256:abc",
                                        new ProfileDefaults(Optional.empty(), Optional.of("fast"), Optional.empty()),
                                        new RunAs.Platform(),
                                        Duration.ofSeconds(5),
                                        Optional.of(new ClusterDomain("k8s.example.com")),
                                        Set.of("example.com/", "team")),
                                BoundSettingsTest.BOUNDS,
                                new AllowedHosts(false, false, Set.of("redis.example.com"), List.of()),
                                Optional.of("cacheward-system"),
                                new Settings.Log(LogLevel.DEBUG, LogFormat.JSON),
                                Duration.ofSeconds(10),
                                new Settings.Replica(true, "cacheward.shop", Optional.of("cacheward-7d9f-x2x")),
                                Optional.of(8080)),
                        List.of()));
    }

    private static Map<String, String> environment(String... namesAndValues) {
        Map<String, String> environment = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            environment.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return environment;
    }
}
