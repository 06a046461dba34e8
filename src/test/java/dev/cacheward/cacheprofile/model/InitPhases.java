package dev.cacheward.cacheprofile.model;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;

/** What becomes of the containers that run before the server. */
public final class InitPhases {
    private InitPhases() {}

    public static Pod initEnded(Pod pod, String container, int exitCode) {
        return init(pod, container, PodPhases.terminated(exitCode, "Error", ""));
    }

    public static Pod initRunning(Pod pod, String container) {
        return init(
                pod,
                container,
                new ContainerStateBuilder().withNewRunning().endRunning().build());
    }

    private static Pod init(Pod pod, String container, ContainerState state) {
        return new PodBuilder(pod)
                .editOrNewStatus()
                .addNewInitContainerStatus()
                .withName(container)
                .withState(state)
                .endInitContainerStatus()
                .endStatus()
                .build();
    }
}
