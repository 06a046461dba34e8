package dev.cacheward.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The workloads whose pods Kubernetes replaces one after another when their template changes. */
public enum WorkloadKind {
    @JsonProperty("Deployment")
    DEPLOYMENT("Deployment"),
    @JsonProperty("StatefulSet")
    STATEFUL_SET("StatefulSet"),
    @JsonProperty("DaemonSet")
    DAEMON_SET("DaemonSet");

    private final String wire;

    WorkloadKind(String wire) {
        this.wire = wire;
    }

    /** Returns the kind as Kubernetes and the author write it. */
    public String wire() {
        return wire;
    }
}
