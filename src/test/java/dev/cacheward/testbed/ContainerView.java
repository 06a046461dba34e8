package dev.cacheward.testbed;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateBuilder;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;

/**
 * What the kubelet knows of a container.
 *
 * @param phase of the pod
 * @param last how it ended before it was restarted; an empty state if it never did
 */
record ContainerView(String phase, ContainerState state, ContainerState last, int restarts, boolean ready) {
    static ContainerView created() {
        ContainerView nothing = new ContainerView("Pending", new ContainerState(), new ContainerState(), 0, false);
        return nothing.waiting("ContainerCreating", null);
    }

    ContainerView waiting(String reason, String message) {
        ContainerState waiting = new ContainerStateBuilder()
                .withNewWaiting()
                .withReason(reason)
                .withMessage(message)
                .endWaiting()
                .build();
        return new ContainerView(restarts > 0 ? "Running" : phase, waiting, last, restarts, false);
    }

    ContainerView running(String since, boolean isReady) {
        ContainerState running = new ContainerStateBuilder()
                .withNewRunning()
                .withStartedAt(since)
                .endRunning()
                .build();
        return new ContainerView("Running", running, last, restarts, isReady);
    }

    ContainerView finished(ContainerStateTerminated end) {
        return new ContainerView(
                end.getExitCode() == 0 ? "Succeeded" : "Failed", terminated(end), last, restarts, false);
    }

    /** It will be started again. */
    ContainerView crashed(ContainerStateTerminated end) {
        return new ContainerView("Running", terminated(end), terminated(end), restarts + 1, false);
    }

    private static ContainerState terminated(ContainerStateTerminated end) {
        return new ContainerStateBuilder().withTerminated(end).build();
    }
}
