package dev.cacheward.redis.conf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.EvictionPolicy;
import dev.cacheward.api.v1alpha1.PersistenceMode;
import dev.cacheward.redis.ServerVersion;
import dev.cacheward.redis.client.RealRedis;
import dev.cacheward.redis.client.RedisBinary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a real server prints agrees with what it was told, at run time and from the file. */
class LiveParametersRedisTest {
    private static final String EVERY_SERVER = "dev.cacheward.redis.client.RedisBinary#all";
    private static final String OURS = "maxmemory-clients";
    /** Many builds lack the allocator for it; they say so. */
    private static final String DEFRAGMENTATION = "activedefrag";

    @ParameterizedTest
    @MethodSource(EVERY_SERVER)
    void aFreshServerHasTheDefaults(RedisBinary binary) {
        // Given
        ServerVersion version = binary.version();
        try (RealRedis redis = RealRedis.start(binary, SampleServerSettings.defaults());
                LiveServer server = new LiveServer(redis, version)) {
            // When
            SortedMap<String, String> found = server.get("*");
            found.keySet()
                    .removeIf(name -> ParameterCatalogue.whyProtected(name).isPresent());

            // Then
            assertThat(LiveParameters.defaultOf(OURS, version)).isEmpty();
            assertThat(found).containsKey(OURS);
            found.remove(OURS);
            assertThat(found)
                    .allSatisfy((name, value) -> assertThat(LiveParameters.defaultOf(name, version))
                            .hasValueSatisfying(standard -> assertThat(server.disagreement(name, standard, value))
                                    .isEmpty()));
        }
    }

    @ParameterizedTest
    @MethodSource(EVERY_SERVER)
    void everyLiveParameterIsChangedAndChangedBackOnARunningServer(RedisBinary binary) {
        // Given
        ServerVersion version = binary.version();
        try (RealRedis redis = RealRedis.start(binary, SampleServerSettings.defaults());
                LiveServer server = new LiveServer(redis, version)) {
            SortedMap<String, String> before = server.get("*");
            SortedMap<String, List<String>> others = OtherValues.on(version, before.keySet());
            others.keySet().removeIf(name -> !LiveParameters.isLive(name, version));
            others.put("maxmemory", List.of("100mb", "0200MB"));
            others.put("maxmemory-policy", List.of("ALLKEYS-LRU", "noeviction"));
            others.put("appendfsync", List.of("ALWAYS", "no"));

            // When
            Stream<String> wrong = others.entrySet().stream()
                    .flatMap(one -> thereAndBack(server, one.getKey(), one.getValue(), before.get(one.getKey())));

            // Then
            assertThat(wrong).allMatch(text -> text.startsWith(DEFRAGMENTATION + ": -ERR"));
            assertThat(server.get("*")).isEqualTo(before);
        }
    }

    private static Stream<String> thereAndBack(LiveServer server, String name, List<String> others, String own) {
        return others.stream()
                .flatMap(other -> Stream.of(
                        server.change(name, other),
                        server.change(name, own),
                        server.changeToCanonical(name, other),
                        server.changeToCanonical(name, own)))
                .flatMap(Optional::stream);
    }

    @ParameterizedTest
    @MethodSource(EVERY_SERVER)
    void whatIsNotLiveIsRefusedByARunningServer(RedisBinary binary) {
        // Given
        ServerVersion version = binary.version();
        try (RealRedis redis = RealRedis.start(binary, SampleServerSettings.defaults());
                LiveServer server = new LiveServer(redis, version)) {
            SortedMap<String, List<String>> others =
                    OtherValues.on(version, server.get("*").keySet());
            others.keySet().removeIf(name -> LiveParameters.isLive(name, version));

            // Then
            assertThat(others)
                    .isNotEmpty()
                    .allSatisfy((name, values) -> assertThat(server.change(name, values.get(values.size() - 1)))
                            .hasValueSatisfying(text -> assertThat(text).contains("ERR")));
        }
    }

    @ParameterizedTest
    @MethodSource(EVERY_SERVER)
    void aServerThatWasKilledReadsFromItsFileWhatAgrees(RedisBinary binary) {
        // Given
        ServerVersion version = binary.version();
        try (RealRedis redis = RealRedis.start(binary, SampleServerSettings.defaults())) {
            SortedMap<String, List<String>> others = others(redis, version);
            int most = others.values().stream().mapToInt(List::size).max().orElseThrow();

            // When
            for (boolean aliases : List.of(false, true)) {
                for (int i = 0; i < (aliases ? 1 : most); i++) {
                    SortedMap<String, String> wanted = nth(others, i, name -> isAlias(name) == aliases);
                    redis.restart(SampleServerSettings.of(PersistenceMode.NONE, wanted));

                    // Then
                    assertThat(disagreements(redis, version, wanted)).isEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource(EVERY_SERVER)
    void theOperatorsOwnParametersAgreeWithItsFile(RedisBinary binary) {
        // Given
        ServerSettings settings = SampleServerSettings.memory(64L << 20, EvictionPolicy.ALLKEYS_LFU);
        Map<String, String> wanted = Map.of("maxmemory", "64mb", OURS, "16mb", "maxmemory-policy", "allkeys-lfu");

        // When
        try (RealRedis redis = RealRedis.start(binary, settings)) {
            // Then
            assertThat(disagreements(redis, binary.version(), wanted)).isEmpty();
        }
    }

    private static SortedMap<String, List<String>> others(RealRedis redis, ServerVersion version) {
        try (LiveServer server = new LiveServer(redis, version)) {
            SortedMap<String, List<String>> others =
                    OtherValues.on(version, server.get("*").keySet());
            if (server.change(DEFRAGMENTATION, "yes").isPresent()) {
                others.remove(DEFRAGMENTATION);
            }
            return others;
        }
    }

    /** The n-th other value of each chosen parameter, or its last one. */
    private static SortedMap<String, String> nth(
            SortedMap<String, List<String>> others, int n, Predicate<String> chosen) {
        SortedMap<String, String> values = new TreeMap<>();
        others.forEach((name, all) -> {
            if (chosen.test(name)) {
                values.put(name, all.get(Math.min(n, all.size() - 1)));
            }
        });
        return values;
    }

    private static boolean isAlias(String name) {
        return !ParameterCatalogue.find(name).orElseThrow().sameAs().equals(name);
    }

    private static List<String> disagreements(RealRedis redis, ServerVersion version, Map<String, String> wanted) {
        try (LiveServer server = new LiveServer(redis, version)) {
            SortedMap<String, String> found = server.get("*");
            return wanted.entrySet().stream()
                    .flatMap(one -> server.disagreement(one.getKey(), one.getValue(), found.get(one.getKey())).stream())
                    .toList();
        }
    }
}
