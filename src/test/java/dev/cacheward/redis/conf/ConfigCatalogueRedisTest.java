package dev.cacheward.redis.conf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.PersistenceMode;
import dev.cacheward.redis.client.RawRedis;
import dev.cacheward.redis.client.RealRedis;
import dev.cacheward.redis.client.RedisBinary;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The catalogue of parameters says what the servers say. */
class ConfigCatalogueRedisTest {
    private static final String EVERY_SERVER = "dev.cacheward.redis.client.RedisBinary#all";
    private static final Map<String, CatalogueRow> CATALOGUE = CatalogueRow.byName();

    @ParameterizedTest
    @MethodSource(EVERY_SERVER)
    void everyParameterOfAServerIsInTheCatalogueForItsVersionOrProtected(RedisBinary binary) {
        // Given
        try (RealRedis redis = RealRedis.start(binary, SampleServerSettings.defaults())) {
            // When
            SortedSet<String> said = new TreeSet<>(parameters(redis).keySet());
            // Then
            said.removeIf(name -> ParameterCatalogue.whyProtected(name).isPresent());
            said.remove("aof-disable-auto-gc");
            assertThat(said)
                    .containsExactlyElementsOf(CATALOGUE.values().stream()
                            .filter(row -> row.knownTo(binary.version()))
                            .map(CatalogueRow::name)
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    @ParameterizedTest
    @MethodSource(EVERY_SERVER)
    void aServersOwnValuesAreAllowedAndLiveOnesCanBeSetWhileItRuns(RedisBinary binary) {
        // Given
        try (RealRedis redis = RealRedis.start(binary, SampleServerSettings.defaults());
                RawRedis operator = new RawRedis(redis.address(), redis.operator())) {
            parameters(redis)
                    .forEach((name, value) -> ParameterCatalogue.find(name)
                            .filter(parameter -> CATALOGUE.get(name).knownTo(binary.version()))
                            .ifPresent(parameter -> {
                                // When
                                Object set = operator.ask(redis.configAlias(), "SET", name, value);
                                // Then
                                assertThat(parameter.value().violation(value))
                                        .as(name)
                                        .isEmpty();
                                if (CATALOGUE.get(name).live()) {
                                    assertThat(set).as(name).isEqualTo("OK");
                                }
                            }));
        }
    }

    @ParameterizedTest
    @MethodSource(EVERY_SERVER)
    void everyValueReachesTheServerAsItWasWritten(RedisBinary binary) {
        // Given
        Map<String, String> tricky = Map.of(
                "proc-title-template", "{title} \"q\" 'a' \\ \\n %s # include /etc/passwd ä€😀 $HOME",
                "client-output-buffer-limit", "normal 1mb 2mb 60",
                "notify-keyspace-events", "",
                "latency-tracking-info-percentiles", "50 99.9",
                "Maxmemory-Clients", "5%",
                "HZ", "20");
        // When
        try (RealRedis redis = RealRedis.start(binary, SampleServerSettings.of(PersistenceMode.SNAPSHOT, tricky))) {
            // Then
            Map<String, String> said = parameters(redis);
            assertThat(said)
                    .containsEntry("proc-title-template", tricky.get("proc-title-template"))
                    .containsEntry("notify-keyspace-events", "")
                    .containsEntry("latency-tracking-info-percentiles", "50 99.9")
                    .containsEntry("maxmemory-clients", "5%")
                    .containsEntry("hz", "20")
                    .containsEntry("maxmemory", "201326592")
                    .containsEntry("maxmemory-policy", "volatile-lfu")
                    .containsEntry("save", RedisConf.SNAPSHOT_SAVE_POINTS)
                    .containsEntry("protected-mode", "yes");
            assertThat(said.get("client-output-buffer-limit")).startsWith("normal 1048576 2097152 60");
        }
    }

    private static Map<String, String> parameters(RealRedis redis) {
        try (RawRedis operator = new RawRedis(redis.address(), redis.operator())) {
            List<?> flat = (List<?>) operator.ask(redis.configAlias(), "GET", "*");
            Map<String, String> parameters = new TreeMap<>();
            for (int i = 0; i < flat.size(); i += 2) {
                parameters.put(String.valueOf(flat.get(i)), String.valueOf(flat.get(i + 1)));
            }
            return parameters;
        }
    }
}
