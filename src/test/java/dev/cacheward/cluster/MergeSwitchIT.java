package dev.cacheward.cluster;

import static dev.cacheward.cluster.Merged.ALWAYS;
import static dev.cacheward.cluster.Merged.union;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.RateLimitPolicy;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A delivery that changes its mode or its map leaves no orphan, and no moment in which no map is complete. */
class MergeSwitchIT {
    private static final Map<String, String> OURS = union(Map.of("RATE_LIMIT_QUERY", "20/minute"), ALWAYS);
    private static final String LIMITS = "query: 20/minute";

    private final Map<String, Boolean> complete = new ConcurrentHashMap<>();
    private final List<String> gaps = new CopyOnWriteArrayList<>();
    private TestNamespace namespace;
    private Merged merged;
    private CommandLine tools;
    private Watch watch;

    @BeforeEach
    void create() {
        namespace = new TestNamespace("switch");
        merged = new Merged(namespace);
        tools = new CommandLine(namespace);
        tools.kubectl("create", "configmap", "app", "--from-literal=LOG=info");
        tools.kubectl("create", "configmap", "other", "--from-literal=LOG=info");
    }

    @AfterEach
    void delete() {
        watch.close();
        namespace.close();
    }

    @Test
    void fromAMapOfOursToOneOfSomebodyElses() {
        // Given
        deliver("{configMap: {name: own}}");

        // When
        deliver("{configMap: {name: app, mode: Merge}}");

        // Then
        TestNamespace.patiently().until(() -> namespace.configMap("own") == null);
        assertThat(merged.data("app")).isEqualTo(union(Map.of("LOG", "info"), OURS));
        assertThat(gaps).isEmpty();
    }

    @Test
    void fromAMapOfSomebodyElsesToOneOfOurs() {
        // Given
        deliver("{configMap: {name: app, mode: Merge}}");

        // When
        deliver("{configMap: {name: own}}");

        // Then
        merged.awaitData("app", Map.of("LOG", "info"));
        assertThat(merged.data("own")).isEqualTo(OURS);
        assertThat(gaps).isEmpty();
        awaitNoFinalizer();
    }

    @Test
    void fromOneMapOfSomebodyElsesToAnother() {
        // Given
        deliver("{configMap: {name: app, mode: Merge}}");

        // When
        deliver("{configMap: {name: other, mode: Merge}}");

        // Then
        merged.awaitData("app", Map.of("LOG", "info"));
        assertThat(merged.data("other")).isEqualTo(union(Map.of("LOG", "info"), OURS));
        assertThat(gaps).isEmpty();
    }

    @Test
    void theOldMapStaysCompleteUntilTheNewOneIs() {
        // Given
        deliver("{configMap: {name: app, mode: Merge}}");

        // When
        merged.deliver("shop", LIMITS, "{configMap: {name: late, mode: Merge}}");

        // Then
        merged.awaitNotDelivered("shop", Reason.TARGET_NOT_FOUND);
        assertThat(merged.data("app")).isEqualTo(union(Map.of("LOG", "info"), OURS));

        // When
        tools.kubectl("create", "configmap", "late");

        // Then
        merged.awaitData("app", Map.of("LOG", "info"));
        assertThat(merged.data("late")).isEqualTo(OURS);
        assertThat(gaps).isEmpty();
    }

    @Test
    void theOldMapKeepsWhatTheNewOneCannotHave() {
        // Given
        deliver("{configMap: {name: own}}");
        tools.kubectl("patch", "configmap", "app", "-p", "{\"data\": {\"RATE_LIMIT_QUERY\": \"1/minute\"}}");

        // When
        merged.deliver("shop", LIMITS, "{configMap: {name: app, mode: Merge}}");

        // Then
        merged.awaitNotDelivered("shop", Reason.KEY_CONFLICT);
        assertThat(merged.data("own")).isEqualTo(OURS);

        // When
        tools.kubectl("patch", "configmap", "app", "--type=json", "-p", """
                [{"op": "remove", "path": "/data/RATE_LIMIT_QUERY"}]""");

        // Then
        TestNamespace.patiently().until(() -> namespace.configMap("own") == null);
        assertThat(merged.data("app")).isEqualTo(union(Map.of("LOG", "info"), OURS));
        assertThat(gaps).isEmpty();
    }

    @Test
    void aMapOfOursThatIsToBeMergedIntoIsGivenAwayAndComesBackWhileNobodyUsesIt() {
        // Given
        deliver("{configMap: {name: own}}");

        // When
        deliver("{configMap: {name: own, mode: Merge}}");

        // Then
        TestNamespace.patiently()
                .untilAsserted(() -> assertThat(
                                namespace.configMap("own").getMetadata().getOwnerReferences())
                        .isEmpty());
        assertThat(namespace.configMap("own").getMetadata().getLabels()).isNullOrEmpty();
        assertThat(merged.data("own")).isEqualTo(OURS);

        // When
        deliver("{configMap: {name: own}}");

        // Then
        assertThat(namespace.configMap("own").getMetadata().getOwnerReferences())
                .hasSize(1);
        assertThat(gaps).isEmpty();
        awaitNoFinalizer();
        merged.delete("shop");
        TestNamespace.patiently().until(() -> namespace.configMap("own") == null);
    }

    @Test
    void aMapThatWasGivenAwayOutlivesUsWithWhatOthersPutIntoIt() {
        // Given
        deliver("{configMap: {name: own}}");
        deliver("{configMap: {name: own, mode: Merge}}");
        tools.kubectl("patch", "configmap", "own", "-p", "{\"data\": {\"LOG\": \"info\"}}");

        // When
        merged.deliver("shop", LIMITS, "{configMap: {name: own}}");

        // Then
        assertThat(merged.awaitNotDelivered("shop", Reason.NAME_CONFLICT)).contains("\"own\"");
        assertThat(merged.data("own")).isEqualTo(union(Map.of("LOG", "info"), OURS));

        // When
        merged.delete("shop");

        // Then
        assertThat(merged.data("own")).isEqualTo(Map.of("LOG", "info"));
    }

    /** From the first call on, a watch tells each moment in which no map holds all that is delivered. */
    private void deliver(String delivery) {
        merged.deliver("shop", LIMITS, delivery);
        merged.awaitDelivered("shop");
        if (watch == null) {
            watch = watch();
        }
    }

    private void awaitNoFinalizer() {
        TestNamespace.patiently()
                .untilAsserted(() -> assertThat(namespace
                                .resource(RateLimitPolicy.class, "shop")
                                .get()
                                .getFinalizers())
                        .isEmpty());
    }

    private Watch watch() {
        return TestCluster.get()
                .client()
                .configMaps()
                .inNamespace(namespace.name())
                .watch(new Watcher<>() {
                    @Override
                    public void eventReceived(Action action, ConfigMap map) {
                        boolean holds = action != Action.DELETED
                                && map.getData() != null
                                && map.getData().entrySet().containsAll(OURS.entrySet());
                        complete.put(map.getMetadata().getName(), holds);
                        Set<String> holders = new TreeSet<>(complete.keySet());
                        holders.removeIf(name -> !complete.get(name));
                        if (holders.isEmpty() && started()) {
                            gaps.add(action + " " + map.getMetadata().getName());
                        }
                    }

                    @Override
                    public void onClose(WatcherException cause) {
                        // The events are then missing.
                    }
                });
    }

    /** The watch begins with the maps that are there, in any order. */
    private boolean started() {
        return complete.keySet().containsAll(Set.of("app", "other", "kube-root-ca.crt"))
                && (complete.containsKey("own") || complete.containsKey("late") || complete.get("app"));
    }
}
