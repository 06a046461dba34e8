package dev.cacheward.cacheprofile.model.tls;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.Optional;

/** Tells which pods take encrypted connections: a server has been started with a certificate, or has not. */
public final class EncryptedPod {
    /** The name of the port, in the pod as in the Service. */
    public static final String PORT = "redis-tls";

    private EncryptedPod() {}

    /** Whether a pod takes encrypted connections. */
    public static boolean is(Pod pod) {
        return is(pod.getSpec());
    }

    /** Whether the pods of a StatefulSet do. */
    public static boolean is(StatefulSet live) {
        return is(live.getSpec().getTemplate().getSpec());
    }

    private static boolean is(PodSpec pod) {
        return Optional.ofNullable(pod).stream()
                .flatMap(spec -> spec.getContainers().stream())
                .flatMap(container -> container.getPorts().stream())
                .anyMatch(port -> PORT.equals(port.getName()));
    }
}
