package dev.cacheward.cluster.rig;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.dsl.Watchable;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Every pod of a name, or of a server, since the watch began, so that no short-lived one is missed. */
public final class RecordedPods implements AutoCloseable {
    private final Set<String> uids = ConcurrentHashMap.newKeySet();
    private final Watch watch;

    public RecordedPods(TestNamespace namespace, String pod) {
        this(client -> client.pods().inNamespace(namespace.name()).withName(pod));
    }

    /** The pods of a profile's server, whose names alternate. */
    static RecordedPods ofServer(TestNamespace namespace, String profile) {
        return new RecordedPods(
                client -> client.pods().inNamespace(namespace.name()).withLabels(labels(profile)));
    }

    /** The labels that the pods of a profile's server have, and no other pod has. */
    static Map<String, String> labels(String profile) {
        return Map.of("cacheward.dev/profile", profile, "app.kubernetes.io/component", "server");
    }

    private RecordedPods(Function<KubernetesClient, Watchable<Pod>> pods) {
        watch = pods.apply(TestCluster.get().client()).watch(new Watcher<>() {
            @Override
            public void eventReceived(Action action, Pod seen) {
                uids.add(seen.getMetadata().getUid());
            }

            @Override
            public void onClose(WatcherException cause) {
                uids.add("the watch broke: " + cause.getMessage());
            }
        });
    }

    public boolean any() {
        return !uids.isEmpty();
    }

    /** The uids, as soon as this one is among them: a watch tells later than a request does. */
    public Set<String> until(String last) {
        TestNamespace.patiently().until(() -> uids.contains(last));
        return Set.copyOf(uids);
    }

    @Override
    public void close() {
        watch.close();
    }
}
