package dev.cacheward.cli.imports.compose;

import dev.cacheward.cli.imports.report.Entry;
import dev.cacheward.cli.imports.report.Item;
import dev.cacheward.cli.imports.report.Outcome;
import java.util.Map;

/** What becomes of the keys of a service that no field of a profile takes. */
final class ServiceKeys {
    private static final String POD = "the operator makes the pod so by itself";
    private static final String SERVICE = "applications connect to the Service that the operator makes";

    private static final Map<String, String> OURS = Map.ofEntries(
            Map.entry("restart", "Kubernetes starts a pod again that ended"),
            Map.entry("healthcheck", "the operator sets the probes"),
            Map.entry("ports", SERVICE),
            Map.entry("expose", SERVICE),
            Map.entry("links", SERVICE),
            Map.entry("hostname", SERVICE),
            Map.entry("container_name", "the pod is named after the profile"),
            Map.entry("networks", "every pod is in the network of the cluster; networkPolicy says who may connect"),
            Map.entry("network_mode", "every pod is in the network of the cluster; networkPolicy says who may connect"),
            Map.entry("depends_on", "the operator needs no order"),
            Map.entry("logging", "the server logs to its output, which Kubernetes keeps"),
            Map.entry("init", POD),
            Map.entry("user", POD),
            Map.entry("read_only", POD),
            Map.entry("security_opt", POD),
            Map.entry("cap_drop", POD),
            Map.entry("tmpfs", POD),
            Map.entry("stop_grace_period", POD),
            Map.entry("working_dir", POD),
            Map.entry("tty", "a server needs no terminal"),
            Map.entry("stdin_open", "a server needs no terminal"),
            Map.entry("profiles", "it says when Compose starts the service"),
            Map.entry("pull_policy", "Kubernetes pulls by its own rule"));

    private static final Map<String, String> LEFT = Map.ofEntries(
            Map.entry("build", "an image that is built here is not known to the cluster"),
            Map.entry("extends", "the other service was not read"),
            Map.entry("env_file", "a file of variables does not set up a server"),
            Map.entry("labels", "labels of Compose mean nothing in a cluster"),
            Map.entry("sysctls", "the pod runs under Pod Security restricted, which sets no kernel parameters"),
            Map.entry("ulimits", "Kubernetes has no such field; the node's container runtime says it"),
            Map.entry("privileged", "the pod runs without any privilege"),
            Map.entry("cap_add", "the pod runs without any privilege"),
            Map.entry("memswap_limit", "a pod has no swap of its own"),
            Map.entry("mem_swappiness", "a pod has no swap of its own"),
            Map.entry("shm_size", "a server needs no shared memory"),
            Map.entry("platform", "podTemplate.nodeSelector can name kubernetes.io/arch"),
            Map.entry("secrets", "a password of the author's is named in auth.passwordFrom"));

    private ServiceKeys() {}

    /** @param settings how many are below the key */
    static Entry outcome(Item item, String key, int settings) {
        if (OURS.containsKey(key)) {
            return new Entry(item, Outcome.OURS, OURS.get(key), "", settings);
        }
        String why = LEFT.getOrDefault(key, "no field of a profile says it");
        return new Entry(item, Outcome.LEFT, why, "", settings);
    }
}
