package dev.cacheward.cluster.server;

import dev.cacheward.cluster.rig.EditedProfile;
import dev.cacheward.cluster.rig.LiveRedis;
import dev.cacheward.cluster.rig.ResourceManifests;
import dev.cacheward.cluster.rig.TestCluster;
import dev.cacheward.cluster.rig.TestNamespace;
import dev.cacheward.redis.Login;
import dev.cacheward.redis.client.replication.CountingWriters;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A profile with keys in its server, edited while applications write to it. Each edit keeps what the ones before it have set. */
final class MeasuredProfile {
    private static final Logger LOG = LoggerFactory.getLogger(MeasuredProfile.class);
    private static final int KEYS = 2_000;
    /** Of probes, clients and replicas, which do not stop for an edit. */
    private static final List<String> NOT_OF_THE_OPERATOR = List.of(
            "cmdstat_incr:", "cmdstat_auth:", "cmdstat_ping:", "cmdstat_hello:", "cmdstat_psync:", "cmdstat_replconf:");
    /** To count asks as well: once for the commands before, and once for the run id. */
    private static final int OF_THE_COUNT = 2;

    private final TestNamespace namespace;
    private final String name;
    private final int writers;
    private final Map<String, String> managed = new LinkedHashMap<>();
    private final Map<String, String> spec = new LinkedHashMap<>(Map.of("ttls", "{page: 60s}"));

    MeasuredProfile(TestNamespace namespace, String name, int writers) {
        this.namespace = namespace;
        this.name = name;
        this.writers = writers;
        managed.put("resources", "{requests: {cpu: 10m, memory: 64Mi}, limits: {memory: 256Mi}}");
    }

    /** Creates the profile with these fields as well, and fills its server. */
    void create(Map<String, String> more) {
        managed.putAll(more);
        apply();
        namespace.awaitReady(name);
        String[] pairs = IntStream.range(0, KEYS)
                .boxed()
                .flatMap(i -> Stream.of("key:" + i, "value"))
                .toArray(String[]::new);
        redis().asApplication(Stream.concat(Stream.of("MSET"), Stream.of(pairs)).toArray(String[]::new));
    }

    /** Sets one field: of {@code spec.redis.managed}, or of {@code spec} if its name begins so. */
    EditCost edit(String field, String value) {
        return measure(field + ": " + value, () -> {
            if (field.startsWith("spec.")) {
                spec.put(field.substring("spec.".length()), value);
            } else {
                managed.put(field, value);
            }
            apply();
        });
    }

    /** Asks for other generated passwords, and waits until the Secret has them. */
    EditCost rotate(String token) {
        return measure(
                "cacheward.dev/rotate: " + token, () -> untilPublished(() -> annotate("cacheward.dev/rotate", token)));
    }

    /** Changes the author's own Secret. */
    EditCost passwordOf(String secret, String password) {
        return measure(
                "another value of passwordFrom",
                () -> untilPublished(() -> {
                    namespace.apply(ResourceManifests.secret(secret, "password", password));
                    annotate("cacheward.dev/reconcile", password);
                }));
    }

    private void untilPublished(Runnable change) {
        Login former = redis().application();
        change.run();
        TestNamespace.patiently().until(() -> !redis().application().equals(former));
    }

    private void annotate(String key, String value) {
        new EditedProfile(namespace, name).annotate(key, value);
    }

    /** Does something while applications write, and waits until the profile is Ready. */
    EditCost measure(String what, Runnable edit) {
        try (CountingWriters load =
                new CountingWriters(writers, redis().application(), () -> namespace.service(name))) {
            TestNamespace.patiently().until(() -> load.allWrite() && load.writes() > 20L * writers);
            long asked = commands();
            String server = runId();
            Instant begun = Instant.now();
            edit.run();
            namespace.awaitReady(name);
            Duration untilReady = Duration.between(begun, Instant.now());
            long served = load.writes();
            TestNamespace.patiently().until(() -> load.writes() > served + 20L * writers);
            load.stop();
            EditCost.Requests requests = new EditCost.Requests(
                    TestCluster.get().writes().in(namespace.name(), begun).values().stream()
                            .mapToLong(Long::longValue)
                            .sum(),
                    TestCluster.get().writes().readsIn(namespace.name(), begun),
                    commands() - (runId().equals(server) ? asked + OF_THE_COUNT : 0));
            EditCost cost = new EditCost(
                    what,
                    KEYS - kept(),
                    load.lost(key -> String.valueOf(redis().asApplication("GET", key))),
                    load.errors().stream().mapToInt(List::size).max().orElse(0),
                    load.longestSilence(),
                    untilReady,
                    requests);
            LOG.info(cost.row());
            return cost;
        }
    }

    String name() {
        return name;
    }

    private LiveRedis redis() {
        return new LiveRedis(namespace, name);
    }

    private long kept() {
        String[] keys = IntStream.range(0, KEYS).mapToObj(i -> "key:" + i).toArray(String[]::new);
        return (Long) redis().asApplication(
                        Stream.concat(Stream.of("EXISTS"), Stream.of(keys)).toArray(String[]::new));
    }

    private long commands() {
        return info("commandstats")
                .filter(line -> NOT_OF_THE_OPERATOR.stream().noneMatch(line::startsWith))
                .filter(line -> line.contains("calls="))
                .mapToLong(line -> Long.parseLong(line.replaceFirst("^[^=]*=([0-9]+).*$", "$1")))
                .sum();
    }

    private String runId() {
        return info("server")
                .filter(line -> line.startsWith("run_id:"))
                .findFirst()
                .orElseThrow();
    }

    private Stream<String> info(String section) {
        return String.valueOf(redis().asOperator("INFO", section)).lines();
    }

    private void apply() {
        namespace.apply("""
                apiVersion: cacheward.dev/v1alpha1
                kind: CacheProfile
                metadata: {name: %s}
                spec: {redis: {managed: {%s}}, %s}
                """.formatted(name, flow(managed), flow(spec)));
    }

    private static String flow(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + ": " + field.getValue())
                .collect(Collectors.joining(", "));
    }
}
