package dev.cacheward.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.validation.Bounds;
import dev.cacheward.validation.Problem;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    private static final SettingsResult DEFAULTS = new SettingsResult.Valid(Settings.defaults(), List.of());

    @Test
    void theDefaultsAreThese() {
        assertThat(Settings.defaults())
                .isEqualTo(new Settings(
                        Set.of(),
                        new Settings.Redis(
                                "docker.io/library/redis:8.0.6",
                                new RunAs.Uid(999),
                                Duration.ofSeconds(2),
                                Optional.empty(),
                                Set.of()),
                        Bounds.none(),
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
                                        new RunAs.Platform(),
                                        Duration.ofSeconds(5),
                                        Optional.of(new ClusterDomain("k8s.example.com")),
                                        Set.of("example.com/", "team")),
                                BoundSettingsTest.BOUNDS,
                                Optional.of("cacheward-system"),
                                new Settings.Log(LogLevel.DEBUG, LogFormat.JSON),
                                Duration.ofSeconds(10),
                                new Settings.Replica(true, "cacheward.shop", Optional.of("cacheward-7d9f-x2x")),
                                Optional.of(8080)),
                        List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CACHEWARD_NAMESPACES|shop,|\"\" in it is not a namespace",
                "CACHEWARD_NAMESPACES|shop,Blog|\"Blog\" in it is not a namespace",
                "CACHEWARD_NAMESPACES|a.b|\"a.b\" in it is not a namespace",
                "CACHEWARD_NAMESPACES|*|\"*\" in it is not a namespace",
                "CACHEWARD_NAMESPACES|shop,blog,shop|\"shop\" stands in it twice",
                "CACHEWARD_REDIS_IMAGE|redis 8|not an image",
                "CACHEWARD_REDIS_IMAGE|:8|not an image",
                "CACHEWARD_REDIS_RUN_AS|0|a user id from 1 to 2147483647, or platform",
                "CACHEWARD_REDIS_RUN_AS|-1|a user id from 1 to 2147483647, or platform",
                "CACHEWARD_REDIS_RUN_AS|2147483648|a user id from 1 to 2147483647, or platform",
                "CACHEWARD_REDIS_RUN_AS|99999999999999999999|a user id from 1 to 2147483647, or platform",
                "CACHEWARD_REDIS_RUN_AS|redis|a user id from 1 to 2147483647, or platform",
                "CACHEWARD_CLUSTER_DOMAIN|.cluster.local|not a domain such as cluster.local",
                "CACHEWARD_CLUSTER_DOMAIN|Cluster.Local|not a domain such as cluster.local",
                "CACHEWARD_CLUSTER_DOMAIN|svc.cluster.local/|not a domain such as cluster.local",
                "CACHEWARD_NAMESPACE|a,b|not a namespace",
                "CACHEWARD_NAMESPACE|-a|not a namespace",
                "CACHEWARD_LOG_LEVEL|trace|allowed are error, warn, info and debug",
                "CACHEWARD_RECONCILE_INTERVAL_SECONDS|9|from 10 to 3600",
                "CACHEWARD_RECONCILE_INTERVAL_SECONDS|3601|from 10 to 3600",
                "CACHEWARD_RECONCILE_INTERVAL_SECONDS|60s|without a unit",
                "CACHEWARD_RECONCILE_INTERVAL_SECONDS|1.5|a whole number",
                "CACHEWARD_POD_KEY_PREFIXES|team,a b|\"a b\" in it begins no key",
                "CACHEWARD_REDIS_TIMEOUT_SECONDS|0|from 1 to 10",
                "CACHEWARD_REDIS_TIMEOUT_SECONDS|11|from 1 to 10",
                "CACHEWARD_REDIS_TIMEOUT_SECONDS|500ms|without a unit",
                "CACHEWARD_LOG_FORMAT|logfmt|allowed are text and json",
                "CACHEWARD_LEADER_ELECTION|yes|allowed are true and false",
                "CACHEWARD_LEADER_ELECTION|true|needs CACHEWARD_NAMESPACE",
                "CACHEWARD_LEASE|Cacheward|not the name of a Lease",
                "CACHEWARD_LEASE|a..b|not the name of a Lease",
                "CACHEWARD_LEASE|a-|not the name of a Lease",
                "CACHEWARD_POD_NAME|a/b|not the name of a pod",
                "CACHEWARD_HTTP_PORT|0|a port from 1 to 65535",
                "CACHEWARD_HTTP_PORT|65536|a port from 1 to 65535",
                "CACHEWARD_HTTP_PORT|http|a port from 1 to 65535",
            })
    void aWrongValueIsNamedWithWhatIsAllowed(String name, String value, String advice) {
        // When
        List<Problem> problems = problems(Map.of(name, value));

        // Then
        assertThat(problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .startsWith(name + ": \"" + value + "\": ")
                        .contains(advice));
    }

    @Test
    void allErrorsAreFoundAtOnceInTheOrderOfTheHelp() {
        // When
        List<Problem> problems = problems(Map.of(
                "CACHEWARD_LOG_LEVEL",
                "loud",
                "CACHEWARD_NAMESPACES",
                "A",
                "CACHEWARD_REDIS_TIMEOUT_SECONDS",
                "0",
                "CACHEWARD_RECONCILE_INTERVAL_SECONDS",
                "often"));

        // Then
        assertThat(problems)
                .extracting(Problem::field)
                .containsExactly(
                        "CACHEWARD_NAMESPACES",
                        "CACHEWARD_LOG_LEVEL",
                        "CACHEWARD_RECONCILE_INTERVAL_SECONDS",
                        "CACHEWARD_REDIS_TIMEOUT_SECONDS");
    }

    private static List<Problem> problems(Map<String, String> environment) {
        SettingsResult result = Settings.parse(environment);
        assertThat(result).isInstanceOf(SettingsResult.Invalid.class);
        return ((SettingsResult.Invalid) result).problems();
    }

    private static Map<String, String> environment(String... namesAndValues) {
        Map<String, String> environment = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            environment.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return environment;
    }
}
