package dev.cacheward.cacheprofile.model;

import dev.cacheward.cacheprofile.model.resize.ContainerResources;
import dev.cacheward.cacheprofile.model.roll.WarmStep;
import dev.cacheward.redis.Correction;
import dev.cacheward.redis.LiveChange;
import dev.cacheward.status.Cause;
import io.fabric8.kubernetes.api.model.Pod;

/** The next step of a server's rollout. */
public sealed interface RolloutStep {
    /** Whether the server is as it is wanted once the step is taken. */
    default boolean reachesServer() {
        return this instanceof Apply || this instanceof Live || this instanceof Correct;
    }

    /** The objects are written, which harms no server that works. */
    record Apply() implements RolloutStep {}

    /**
     * The change is tried out in a pod beside the server.
     *
     * @param cause what the status says meanwhile
     */
    record Preflight(Cause cause) implements RolloutStep {}

    /**
     * The running server is told what is new. Then its pod is marked as the current one, and the objects are written.
     *
     * @param pod the one that serves
     */
    record Live(LiveChange change, Pod pod) implements RolloutStep {}

    /**
     * The running server is told what it should have had all the time, and the objects are written.
     *
     * @param drift what was wrong; not empty
     */
    record Correct(Correction correction, ServerDrift drift) implements RolloutStep {}

    /**
     * The pod that serves is given other CPU and memory. The objects are written when it has them.
     *
     * @param first what the running server is told before
     * @param to what the server's container gets
     * @param cause what the status says meanwhile
     */
    record Resize(LiveChange first, Pod pod, ContainerResources to, Cause cause) implements RolloutStep {}

    /** The objects are written, and a second server takes over from the first step by step. */
    record Roll(WarmStep step) implements RolloutStep {}

    /** The data is brought into the format of the new mode, and then the objects are written. */
    record MigrateData() implements RolloutStep {}

    /**
     * The server stays as it is.
     *
     * @param cause why, and what its author can do
     */
    record Hold(Cause cause) implements RolloutStep {}
}
