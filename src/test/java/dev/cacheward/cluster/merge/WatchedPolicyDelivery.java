package dev.cacheward.cluster.merge;

import static dev.cacheward.cluster.merge.MergingPolicies.ALWAYS;
import static dev.cacheward.cluster.merge.MergingPolicies.union;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.RateLimitPolicy;
import dev.cacheward.cluster.rig.TestCluster;
import dev.cacheward.cluster.rig.TestNamespace;
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

/** Policy "shop", whose keys go from map to map, beside somebody else's ConfigMaps "app" and "other". */
final class WatchedPolicyDelivery implements Watcher<ConfigMap>, AutoCloseable {
    static final Map<String, String> OURS = union(Map.of("RATE_LIMIT_QUERY", "20/minute"), ALWAYS);
    static final String LIMITS = "query: 20/minute";

    private final Map<String, Boolean> complete = new ConcurrentHashMap<>();
    private final List<String> gaps = new CopyOnWriteArrayList<>();
    private final TestNamespace namespace;
    private final MergingPolicies merged;
    private Watch watch;

    WatchedPolicyDelivery(TestNamespace namespace, KubectlAndHelm tools) {
        this.namespace = namespace;
        this.merged = new MergingPolicies(namespace);
        tools.kubectl("create", "configmap", "app", "--from-literal=LOG=info");
        tools.kubectl("create", "configmap", "other", "--from-literal=LOG=info");
    }

    /** From the first call on, a watch tells each moment in which no map holds all that is delivered. */
    void deliver(String delivery) {
        merged.deliver("shop", LIMITS, delivery);
        merged.awaitDelivered("shop");
        if (watch == null) {
            watch = TestCluster.get()
                    .client()
                    .configMaps()
                    .inNamespace(namespace.name())
                    .watch(this);
        }
    }

    /** What happened at each moment in which no map was complete. */
    List<String> gaps() {
        return gaps;
    }

    void awaitNoFinalizer() {
        TestNamespace.patiently()
                .untilAsserted(() -> assertThat(namespace
                                .resource(RateLimitPolicy.class, "shop")
                                .get()
                                .getFinalizers())
                        .isEmpty());
    }

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

    /** The watch begins with the maps that are there, in any order. */
    private boolean started() {
        return complete.keySet().containsAll(Set.of("app", "other", "kube-root-ca.crt"))
                && (complete.containsKey("own") || complete.containsKey("late") || complete.get("app"));
    }

    @Override
    public void onClose(WatcherException cause) {
        // The events are then missing.
    }

    @Override
    public void close() {
        watch.close();
    }
}
