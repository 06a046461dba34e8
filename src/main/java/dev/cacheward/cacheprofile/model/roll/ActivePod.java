package dev.cacheward.cacheprofile.model.roll;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Tells which pod of a StatefulSet applications reach. The data is there, also while there is a second pod. */
public final class ActivePod {
    /** The label of a StatefulSet's pod with its name, which its controller sets. */
    public static final String LABEL = "statefulset.kubernetes.io/pod-name";

    private ActivePod() {}

    /**
     * Returns its name. Only the Service decides: applications write where it leads. If it leads to no single pod, as one of an
     * earlier release, the older one is active.
     */
    public static String name(StatefulSet live, Optional<Service> service, List<Pod> pods) {
        List<String> names = Ordinals.of(live).names(live.getMetadata().getName());
        return service.flatMap(ActivePod::selected)
                .filter(names::contains)
                .orElseGet(() -> names.stream()
                        .min(Comparator.comparing(name -> created(name, pods)))
                        .orElseThrow());
    }

    /** Returns the pod of this name; empty if there is none. */
    public static Optional<Pod> find(String name, List<Pod> pods) {
        return pods.stream()
                .filter(pod -> name.equals(pod.getMetadata().getName()))
                .findFirst();
    }

    /** Returns when a pod was made; a pod that is not there comes last. */
    private static String created(String name, List<Pod> pods) {
        return find(name, pods)
                .map(pod -> Objects.requireNonNullElse(pod.getMetadata().getCreationTimestamp(), ""))
                .orElse("~");
    }

    private static Optional<String> selected(Service service) {
        return Optional.ofNullable(service.getSpec())
                .map(spec -> spec.getSelector())
                .map(selector -> selector.get(LABEL));
    }
}
