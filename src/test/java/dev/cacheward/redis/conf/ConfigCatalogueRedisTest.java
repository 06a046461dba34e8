package dev.cacheward.redis.conf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.PersistenceMode;
import dev.cacheward.redis.ServerVersion;
import dev.cacheward.redis.client.RawRedis;
import dev.cacheward.redis.client.RealRedis;
import dev.cacheward.redis.client.RedisBinary;
import dev.cacheward.validation.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The catalogue of parameters says what the servers say. */
class ConfigCatalogueRedisTest {
    private static final String EVERY_SERVER = "dev.cacheward.redis.client.RedisBinary#all";

    @ParameterizedTest
    @MethodSource(EVERY_SERVER)
    void aServerSaysWhatIsOnRecordOfItsVersion(RedisBinary binary) {
        // When
        RecordedAnswers said = new RecordedAnswers(binary.version(), AskedServer.answers(binary));

        // Then
        if (Boolean.getBoolean("golden.update")) {
            said.write();
        }
        assertThat(RecordedAnswers.all())
                .as("to put %s on record: -Dgolden.update=true", binary.version())
                .filteredOn(record -> record.minor().equals(said.minor()))
                .extracting(RecordedAnswers::answers)
                .contains(said.answers());
    }

    @ParameterizedTest
    @MethodSource(EVERY_SERVER)
    void aServersOwnValuesAreAllowed(RedisBinary binary) {
        // Given
        Optional<ServerVersion> version = Optional.of(binary.version());
        try (RealRedis redis = RealRedis.start(binary, SampleServerSettings.defaults())) {
            Map<String, String> own = new TreeMap<>(parameters(redis));
            own.keySet().removeIf(name -> ParameterCatalogue.whyProtected(name).isPresent());

            // When
            List<Problem> problems = own.entrySet().stream()
                    .flatMap(one -> ConfigParameters.check("", Map.of(one.getKey(), one.getValue()), version).stream())
                    .toList();

            // Then
            assertThat(problems).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aTextThatTheCatalogueLetsThroughIsTakenByTheServerAndOneThatItRefusesIsNot(String name, String value) {
        // Given
        RedisBinary binary = RedisBinary.find();

        // When
        boolean allowed = ConfigParameters.check("", Map.of(name, value), Optional.of(binary.version()))
                .isEmpty();

        // Then
        String said = StartedWith.parameter(binary, name, value);
        assertThat(allowed).as(said).isEqualTo(!said.contains("FATAL CONFIG FILE ERROR"));
    }

    static Stream<Arguments> texts() {
        return Map.of(
                        "client-output-buffer-limit",
                        List.of(
                                "normal 0 0 0",
                                "pubsub 32mb 8mb 60 replica 1 2 3",
                                "normal 0 0",
                                "admin 0 0 0",
                                "normal x 0 0",
                                "normal 0 0 -1",
                                ""),
                        "oom-score-adj-values",
                        List.of("0 200 800", "-2000 0 2000", "0 200", "0 200 2001", "0 a 800", "0 200 800 900"),
                        "latency-tracking-info-percentiles",
                        List.of("50 99 99.9", "", "0", "100", "100.1", "-1", "a", "50,99"),
                        "proc-title-template",
                        List.of(
                                "{title}",
                                "plain",
                                "",
                                " ",
                                "{titel}",
                                "{title",
                                "}",
                                "{port} {tls-port} {unixsocket}"),
                        "notify-keyspace-events",
                        List.of("", "KEA", "Ex", "Q", "K E"),
                        "shutdown-on-sigterm",
                        List.of("default", "save force", "nosave now", "save nosave", "later", ""),
                        "loglevel",
                        List.of("notice", "notice warning", "NOTICE", ""),
                        "activedefrag",
                        List.of("no", "No", "yes no", "on"),
                        "hz",
                        List.of("10", "0", "010", "-0", "+1", "1.0", " 1", ""),
                        "repl-backlog-size",
                        List.of("0", "1", "1mb", "001mb", "1 mb", "-1", "9223372036854775808"))
                .entrySet()
                .stream()
                .flatMap(row -> row.getValue().stream().map(value -> Arguments.of(row.getKey(), value)));
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
