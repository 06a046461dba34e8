package dev.cacheward.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.Toleration;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import java.util.List;
import java.util.Map;

/** Holds what the author adds to the Redis pod. Every component may be null; then it adds nothing. */
public record PodOverrides(
        @JsonPropertyDescription(
                "Labels of the pod, beside the operator's own; none that begins with cacheward.dev/ or "
                        + "app.kubernetes.io/.")
        @Size(max = 32)
        Map<String, @Size(max = 63) String> labels,

        @JsonPropertyDescription(
                "Annotations of the pod, beside the operator's own; none that begins with cacheward.dev/.")
        @Size(max = 32)
        Map<String, @Size(max = 4096) String> annotations,

        @JsonPropertyDescription("Labels that the node must have.") @Size(max = 32)
        Map<String, @Size(max = 63) String> nodeSelector,

        @JsonPropertyDescription("As in a pod.") Affinity affinity,

        @JsonPropertyDescription("As in a pod.") @Size(max = 32)
        List<Toleration> tolerations,

        @JsonPropertyDescription("As in a pod.") @Size(max = 16)
        List<TopologySpreadConstraint> topologySpreadConstraints,

        @JsonPropertyDescription("Priority class of the pod.") @Size(min = 1, max = 253)
        String priorityClassName,

        @JsonPropertyDescription("Secrets for pulling the image, as in a pod.") @Size(max = 16)
        List<LocalObjectReference> imagePullSecrets,

        @JsonPropertyDescription(
                "When the image is pulled. Default: Always for the tag latest or none, else IfNotPresent.")
        ImagePullPolicy imagePullPolicy) {
    /** Returns an empty spec, which adds nothing. */
    public static PodOverrides empty() {
        return new PodOverrides(null, null, null, null, null, null, null, null, null);
    }
}
