package dev.cacheward.cluster.probe;

import dev.cacheward.cluster.rig.TestCluster;
import dev.cacheward.redis.conf.Rendering;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Measures what the probes of a server cost: the CPU time of the node's parts with many servers that have the probes of now, those
 * of {@link Rendering#SECOND}, and none. Run as root on the machine of the only node, with no other pods at work. Its arguments are
 * the number of servers, of rounds, and of seconds in each.
 */
public final class ProbeCost {
    /** Until the first long run of each probe has begun. */
    private static final long SETTLE_SECONDS = 25;

    private final KubernetesClient client;
    private final int servers;
    private final long seconds;

    private ProbeCost(KubernetesClient client, int servers, long seconds) {
        this.client = client;
        this.servers = servers;
        this.seconds = seconds;
    }

    public static void main(String... arguments) throws InterruptedException {
        int servers = Integer.parseInt(arguments[0]);
        int rounds = Integer.parseInt(arguments[1]);
        try (KubernetesClient client = TestCluster.client("cacheward-probe-cost")) {
            ProbeCost cost = new ProbeCost(client, servers, Long.parseLong(arguments[2]));
            System.out.println("CPU time a second and server, in milliseconds");
            for (int round = 0; round < rounds; round++) {
                cost.measure("no probes", Optional.empty());
                cost.measure("earlier probes", Optional.of(Rendering.SECOND));
                cost.measure("probes of now", Optional.of(Rendering.CURRENT));
            }
        }
    }

    private void measure(String what, Optional<Rendering> probes) throws InterruptedException {
        try (ProbedServers probed = new ProbedServers(client, servers, probes)) {
            TimeUnit.SECONDS.sleep(SETTLE_SECONDS);
            Map<String, Duration> before = NodeProcesses.of(probed.pods()).cpu();
            long begun = System.nanoTime();
            TimeUnit.SECONDS.sleep(seconds);
            Map<String, Duration> after = NodeProcesses.of(probed.pods()).cpu();
            double span = (System.nanoTime() - begun) / 1e9;
            Map<String, Double> used = new TreeMap<>();
            after.forEach((part, cpu) -> used.put(
                    part, cpu.minus(before.getOrDefault(part, Duration.ZERO)).toMillis() / span / servers));
            double sum = used.values().stream().mapToDouble(Double::doubleValue).sum();
            System.out.println(row(what, sum, used) + " restarts: " + probed.restarts());
        }
    }

    private static String row(String what, double sum, Map<String, Double> used) {
        Map<String, String> rounded = new LinkedHashMap<>();
        used.forEach((part, millis) -> rounded.put(part, "%.1f".formatted(millis)));
        return "| %s | %.1f | %s |".formatted(what, sum, rounded);
    }
}
