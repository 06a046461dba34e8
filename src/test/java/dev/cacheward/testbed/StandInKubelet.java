package dev.cacheward.testbed;

import dev.cacheward.redis.client.RedisBinary;
import dev.cacheward.threads.DaemonThreads;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs each pod's first container as a process on this machine, from the objects in the API alone: the StatefulSet
 * controller, the scheduler, the volume binder and the kubelet in one.
 *
 * <p>It does not model images (every one is this machine's redis-server; one with {@code does-not-exist} in its name
 * cannot be pulled; no node fits a selector but the one for Linux), cgroups (no limit of memory or CPU, no OOM kill), users and capabilities, liveness and startup
 * probes, init containers, Services and their DNS names, and network policies. Readiness is not the pod's own probe
 * but the same question on a socket, once a second.
 */
public final class StandInKubelet implements AutoCloseable {
    /** Tells the kubelet's requests from all others. */
    public static final String USER_AGENT = "stand-in-kubelet";

    static final String NODE = "stand-in";

    private static final Logger LOG = LoggerFactory.getLogger(StandInKubelet.class);
    private static final Duration TICK = Duration.ofMillis(100);
    private static final Duration LONGEST_GRACE = Duration.ofSeconds(5);

    private final KubernetesClient client;
    private final Path root = Folders.temporary("cacheward-node-");
    private final StandInNode machine;
    private final StatefulSetControl statefulSets;
    private final Map<String, ProcessPod> running = new ConcurrentHashMap<>();
    private final SharedIndexInformer<StatefulSet> sets;
    private final SharedIndexInformer<Pod> pods;
    private final SharedIndexInformer<PersistentVolumeClaim> volumeClaims;
    private final ScheduledExecutorService loop =
            Executors.newSingleThreadScheduledExecutor(new DaemonThreads("stand-in kubelet"));
    private final Thread hook = new Thread(this::killAll, "stand-in kubelet, at exit");
    private volatile boolean closed;

    private StandInKubelet(EmbeddedApi api) {
        client = api.client(USER_AGENT);
        Path binaries = Folders.create(root.resolve("bin"));
        RedisBinary.find().linkAs(binaries.resolve("redis-server")); // one server stands for every image
        Claims claims = new Claims(client, Folders.create(root.resolve("claims")));
        machine = new StandInNode(
                client, Clock.systemUTC(), binaries, Folders.create(root.resolve("pods")), claims, new PodAddresses());
        statefulSets = new StatefulSetControl(client);
        sets = client.apps().statefulSets().inAnyNamespace().inform();
        pods = client.pods().inAnyNamespace().inform();
        volumeClaims = client.persistentVolumeClaims().inAnyNamespace().inform();
    }

    /** Starts the node. Its processes and folders end with {@link #close}, or with this JVM. */
    public static StandInKubelet start(EmbeddedApi api) {
        StandInKubelet kubelet = new StandInKubelet(api);
        Runtime.getRuntime().addShutdownHook(kubelet.hook);
        kubelet.loop.scheduleWithFixedDelay(kubelet::look, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
        return kubelet;
    }

    /** From now on the StatefulSet controller does as that of Kubernetes 1.35.0. */
    public void spareBrokenPods() {
        statefulSets.spareBrokenPods();
    }

    private void look() {
        try {
            List<Pod> all = pods.getStore().list();
            machine.claims().sync(volumeClaims.getStore().list(), !running.isEmpty());
            all.forEach(this::sync);
            running.values().forEach(pod -> endIfDeleted(pod, all));
            sets.getStore().list().forEach(set -> statefulSets.sync(set, all));
        } catch (KubernetesClientException e) {
            // Somebody else was first, or the informers lag behind: the next look is soon.
            LOG.debug("A look at the cluster failed", e);
        } catch (RuntimeException e) {
            if (!closed) {
                LOG.warn("A look at the cluster failed; the next one is due in {} ms", TICK.toMillis(), e);
            }
        }
    }

    private void sync(Pod pod) {
        if (pod.getSpec().getNodeName() == null) {
            schedule(pod);
            return;
        }
        ProcessPod process = running.get(pod.getMetadata().getUid());
        boolean deleted = pod.getMetadata().getDeletionTimestamp() != null;
        if (process == null && !deleted) {
            ProcessPod started = new ProcessPod(machine, pod);
            running.put(pod.getMetadata().getUid(), started);
            started.start();
        } else if (process != null && deleted) {
            process.stop(grace(pod));
        }
        if (deleted && (process == null || process.ended())) {
            client.resource(pod).withGracePeriod(0).delete();
        }
    }

    private void schedule(Pod pod) {
        client.pods()
                .resource(pod)
                .edit(p -> new PodBuilder(p)
                        .editSpec()
                        .withNodeName(NODE)
                        .endSpec()
                        .build());
    }

    private void endIfDeleted(ProcessPod process, List<Pod> all) {
        String uid = process.pod().getMetadata().getUid();
        boolean exists = all.stream().anyMatch(p -> p.getMetadata().getUid().equals(uid));
        if (!exists) {
            process.stop(Duration.ZERO);
            if (process.ended()) {
                running.remove(uid);
            }
        }
    }

    private static Duration grace(Pod pod) {
        long seconds = Optional.ofNullable(pod.getMetadata().getDeletionGracePeriodSeconds())
                .orElse(LONGEST_GRACE.toSeconds());
        return Duration.ofSeconds(Math.min(seconds, LONGEST_GRACE.toSeconds()));
    }

    /** Where the pod's Redis listens; empty while the pod has no address. */
    public Optional<RedisEndpoint> endpoint(String namespace, String pod) {
        return find(namespace, pod)
                .map(ProcessPod::endpoint)
                .filter(e -> !e.host().isEmpty());
    }

    /** SIGKILL to the pod's container: it crashes and is restarted. */
    public void kill(String namespace, String pod) {
        process(namespace, pod).kill();
    }

    /** SIGSTOP: the server is there and says nothing. */
    public void freeze(String namespace, String pod) {
        process(namespace, pod).signal("STOP");
    }

    /** SIGCONT. */
    public void thaw(String namespace, String pod) {
        process(namespace, pod).signal("CONT");
    }

    private PodProcess process(String namespace, String pod) {
        return find(namespace, pod)
                .flatMap(ProcessPod::process)
                .orElseThrow(() -> new IllegalStateException("no process runs for pod " + namespace + "/" + pod));
    }

    private Optional<ProcessPod> find(String namespace, String pod) {
        return running.values().stream()
                .filter(p -> p.pod().getMetadata().getNamespace().equals(namespace)
                        && p.pod().getMetadata().getName().equals(pod)
                        && !p.ended())
                .findFirst();
    }

    private void killAll() {
        closed = true;
        loop.shutdownNow();
        running.values().forEach(ProcessPod::killNow);
        running.values().forEach(pod -> pod.awaitEnd(LONGEST_GRACE));
        Folders.delete(root);
    }

    @Override
    public void close() {
        killAll();
        List.of(sets, pods, volumeClaims).forEach(SharedIndexInformer::stop);
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            LOG.debug("The JVM ends already; the hook has run or runs now", e);
        }
    }
}
