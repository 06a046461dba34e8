package dev.cacheward.cacheprofile.model;

import dev.cacheward.api.v1alpha1.ImagePullPolicy;
import dev.cacheward.api.v1alpha1.PodOverrides;
import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.Toleration;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Holds what a profile's author adds to the pod. A component is empty if they add nothing. */
public record PodAdditions(
        Map<String, String> labels,
        Map<String, String> annotations,
        Map<String, String> nodeSelector,
        Optional<Affinity> affinity,
        List<Toleration> tolerations,
        List<TopologySpreadConstraint> topologySpreadConstraints,
        Optional<String> priorityClassName,
        List<LocalObjectReference> imagePullSecrets,
        Optional<ImagePullPolicy> imagePullPolicy) {

    public static PodAdditions of(PodOverrides spec) {
        return new PodAdditions(
                orEmpty(spec.labels()),
                orEmpty(spec.annotations()),
                orEmpty(spec.nodeSelector()),
                Optional.ofNullable(spec.affinity()),
                orEmpty(spec.tolerations()),
                orEmpty(spec.topologySpreadConstraints()),
                Optional.ofNullable(spec.priorityClassName()),
                orEmpty(spec.imagePullSecrets()),
                Optional.ofNullable(spec.imagePullPolicy()));
    }

    /** Returns the same with one more annotation, which is the operator's own. */
    public PodAdditions annotated(String key, String value) {
        Map<String, String> more = new TreeMap<>(annotations);
        more.put(key, value);
        return new PodAdditions(
                labels,
                more,
                nodeSelector,
                affinity,
                tolerations,
                topologySpreadConstraints,
                priorityClassName,
                imagePullSecrets,
                imagePullPolicy);
    }

    private static Map<String, String> orEmpty(Map<String, String> spec) {
        return Optional.ofNullable(spec).orElse(Map.of());
    }

    private static <T> List<T> orEmpty(List<T> spec) {
        return Optional.ofNullable(spec).orElse(List.of());
    }
}
