package dev.cacheward.cacheprofile.model;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.ResourceRequirementsBuilder;
import java.util.Map;

/** Pods of one container that got other resources, as the API server and the kubelet report them. */
public final class ResizedPods {
    private ResizedPods() {}

    /** The memory alone, request and limit, with a request of CPU. */
    public static ResourceRequirements memory(String cpu, String limit) {
        return new ResourceRequirementsBuilder()
                .withRequests(Map.of("cpu", new Quantity(cpu), "memory", new Quantity(limit)))
                .withLimits(Map.of("memory", new Quantity(limit)))
                .build();
    }

    /** The spec says so; the node has said nothing. */
    public static Pod asked(Pod pod, ResourceRequirements resources) {
        return new PodBuilder(pod)
                .editSpec()
                .editFirstContainer()
                .withResources(resources)
                .endContainer()
                .endSpec()
                .build();
    }

    /** The container has these resources. */
    public static Pod having(Pod pod, ResourceRequirements resources) {
        return new PodBuilder(pod)
                .editStatus()
                .editFirstContainerStatus()
                .withResources(resources)
                .endContainerStatus()
                .endStatus()
                .build();
    }

    /** The node says something about the resize. */
    public static Pod saying(Pod pod, String type, String reason, String message) {
        return new PodBuilder(pod)
                .editStatus()
                .addNewCondition()
                .withType(type)
                .withStatus("True")
                .withReason(reason)
                .withMessage(message)
                .endCondition()
                .endStatus()
                .build();
    }

    /** The operator has asked for what the spec says. */
    public static Pod marked(Pod pod) {
        return annotated(pod, SizedPod.asked(new SizedPod(pod).spec()));
    }

    public static Pod annotated(Pod pod, String text) {
        return new PodBuilder(pod)
                .editMetadata()
                .addToAnnotations(SizedPod.ANNOTATION, text)
                .endMetadata()
                .build();
    }
}
