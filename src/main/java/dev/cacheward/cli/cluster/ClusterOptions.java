package dev.cacheward.cli.cluster;

import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say which cluster and which namespace, under the names that they have in kubectl. */
public final class ClusterOptions {
    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAMESPACE",
            description = "Namespace; without it, that of the kubeconfig context.")
    private String namespace;

    @Option(
            names = "--context",
            paramLabel = "NAME",
            description = "Context of the kubeconfig; without it, its current one.")
    private String context;

    @Option(
            names = "--kubeconfig",
            paramLabel = "FILE",
            description = "The kubeconfig; without it, the one in KUBECONFIG or ~/.kube/config.")
    private String kubeconfig;

    @Option(
            names = "--connect",
            paramLabel = "WAY",
            description =
                    "How to reach a Redis that the operator runs: ${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE},"
                            + " which is direct in a pod and forward elsewhere.",
            defaultValue = "auto")
    private Connect connect;

    /** The way to a Redis that the operator runs. */
    public enum Connect {
        /** Direct in a pod, else forward. */
        auto,
        /** By port-forward through the API server. */
        forward,
        /** To the address of the pod. */
        direct
    }

    /** Returns the way to a Redis. */
    public Connect connect() {
        return connect;
    }

    /** Returns the namespace that was named. */
    public Optional<String> namespace() {
        return Optional.ofNullable(namespace);
    }

    /** Returns the context that was named. */
    public Optional<String> context() {
        return Optional.ofNullable(context);
    }

    /** Returns the file that was named. */
    public Optional<String> kubeconfig() {
        return Optional.ofNullable(kubeconfig);
    }
}
