package dev.cacheward.cluster.probe;

import io.fabric8.kubernetes.api.model.Pod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The processes that pods of a node cost: the kubelet, the container runtime, and all that runs for or in one of the pods. The
 * node must be visible in this machine's {@code /proc}, also if it is a container on it.
 */
final class NodeProcesses {
    private static final long MILLIS_OF_A_TICK = 10;

    /** Of the one node: another one on the same machine has a network of its own. */
    private static final Set<String> PARTS = Set.of("kubelet", "containerd", "crio", "dockerd");

    private final Map<Long, ProcStat> all;
    private final Set<Long> roots;
    private final String network;

    private NodeProcesses(Map<Long, ProcStat> all, Set<Long> roots) {
        this.all = all;
        this.roots = roots;
        this.network = roots.stream().findFirst().map(NodeProcesses::network).orElseThrow();
    }

    static NodeProcesses of(Collection<Pod> pods) {
        Map<Long, ProcStat> all = ProcStat.all().collect(Collectors.toMap(ProcStat::pid, Function.identity()));
        List<String> uids = pods.stream().map(pod -> pod.getMetadata().getUid()).toList();
        Set<Long> inPods = all.keySet().stream().filter(pid -> isIn(pid, uids)).collect(Collectors.toSet());
        Set<Long> shims = inPods.stream()
                .map(pid -> all.get(pid).parent())
                .filter(parent -> parent > 1 && !inPods.contains(parent))
                .collect(Collectors.toSet());
        if (shims.size() < pods.size()) {
            throw new IllegalStateException(shims.size() + " of " + pods.size()
                    + " pods run where /proc shows them: run this on the machine of the node, as root");
        }
        return new NodeProcesses(all, shims);
    }

    /** The CPU time that each part has used so far, with that of its children that have ended. */
    Map<String, Duration> cpu() {
        Map<String, Duration> used = new TreeMap<>();
        all.values()
                .forEach(process -> part(process)
                        .forEach(part -> used.merge(
                                part, Duration.ofMillis(process.ticks() * MILLIS_OF_A_TICK), Duration::plus)));
        return used;
    }

    private Stream<String> part(ProcStat process) {
        if (belongsToAPod(process)) {
            return Stream.of("pods with shims and runc");
        }
        return PARTS.contains(process.name()) && network(process.pid()).equals(network)
                ? Stream.of(process.name())
                : Stream.empty();
    }

    private boolean belongsToAPod(ProcStat process) {
        return roots.contains(process.pid())
                || all.containsKey(process.parent()) && belongsToAPod(all.get(process.parent()));
    }

    private static boolean isIn(long pid, List<String> uids) {
        String cgroup = read(pid, path -> Files.readString(path.resolve("cgroup")));
        return uids.stream().anyMatch(uid -> cgroup.contains(uid) || cgroup.contains(uid.replace('-', '_')));
    }

    private static String network(long pid) {
        return read(pid, path -> Files.readSymbolicLink(path.resolve("ns/net")).toString());
    }

    private static String read(long pid, Reading reading) {
        try {
            return reading.of(Path.of("/proc", String.valueOf(pid)));
        } catch (IOException | UncheckedIOException e) {
            return ""; // It has ended.
        }
    }

    private interface Reading {
        String of(Path process) throws IOException;
    }
}
