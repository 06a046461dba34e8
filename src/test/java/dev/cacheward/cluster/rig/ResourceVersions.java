package dev.cacheward.cluster.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.RateLimitPolicy;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** The objects of a namespace, and their versions: two equal snapshots mean that nothing was written between them. */
public final class ResourceVersions {
    /** What the operator writes. Pods are left out: the kubelet writes their status while it tries to pull an image. */
    private static final List<Class<? extends HasMetadata>> WRITTEN = List.of(
            CacheProfile.class,
            RateLimitPolicy.class,
            StatefulSet.class,
            ConfigMap.class,
            Secret.class,
            Service.class,
            ServiceAccount.class,
            PersistentVolumeClaim.class,
            NetworkPolicy.class);

    /** How often a time is looked at that must bring no change: it begins anew at the last one. */
    private static final int LOOKS = 8;

    private static final System.Logger LOG = System.getLogger(ResourceVersions.class.getName());

    private ResourceVersions() {}

    /** Resource version and uid by {@code Kind/name}. */
    public static Map<String, String> of(TestNamespace namespace) {
        return of(objects(namespace));
    }

    /** The same of any objects. */
    public static Map<String, String> of(Stream<HasMetadata> objects) {
        Map<String, String> versions = new TreeMap<>();
        objects.forEach(object -> versions.put(
                object.getKind() + "/" + object.getMetadata().getName(),
                object.getMetadata().getUid() + "@" + object.getMetadata().getResourceVersion()));
        return versions;
    }

    /** Proves that nothing was written since a snapshot; says what was. */
    public static void assertUnchanged(TestNamespace namespace, Map<String, String> before) {
        Map<String, String> changed = of(namespace);
        changed.entrySet().removeAll(before.entrySet());
        if (!changed.isEmpty()) {
            LOG.log(System.Logger.Level.INFO, "written since the snapshot: {0}", changed);
        }
        assertThat(of(namespace)).isEqualTo(before);
    }

    /** Proves that nothing is written for so long, from a snapshot on. */
    public static void assertUnchanged(TestNamespace namespace, Map<String, String> before, Duration quiet) {
        await().during(quiet)
                .atMost(quiet.plusMinutes(2))
                .pollInterval(quiet.dividedBy(6))
                .untilAsserted(() -> assertUnchanged(namespace, before));
    }

    /**
     * Proves that nothing is written for so long, once Kubernetes' own controllers are done, and whatever a busy node had to tell
     * of its servers is told.
     */
    public static void assertQuiet(TestNamespace namespace, Duration quiet) {
        settled(namespace, quiet);
    }

    /** The snapshot as soon as eight seconds brought no change: Kubernetes' own controllers write after the operator. */
    public static Map<String, String> settled(TestNamespace namespace) {
        return settled(namespace, Duration.ofSeconds(8));
    }

    /** The snapshot as soon as a time brought no change; fails if every such time brings one. */
    public static Map<String, String> settled(TestNamespace namespace, Duration quiet) {
        AtomicReference<Map<String, String>> last = new AtomicReference<>(of(namespace));
        TestNamespace.patiently()
                .atMost(quiet.multipliedBy(5).plusMinutes(4))
                .during(quiet)
                .pollInterval(quiet.dividedBy(LOOKS))
                .until(() -> last.getAndSet(of(namespace)).equals(last.get()));
        return last.get();
    }

    /** Everything that Kubernetes does not put into each namespace by itself. */
    public static Stream<HasMetadata> objects(TestNamespace namespace) {
        return WRITTEN.stream()
                .<HasMetadata>flatMap(type -> namespace.list(type).stream())
                .filter(object -> !object.getMetadata().getName().equals("default"))
                .filter(object -> !object.getMetadata().getName().equals("kube-root-ca.crt"));
    }
}
