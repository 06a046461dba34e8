package dev.cacheward.cacheprofile.render.probe;

import dev.cacheward.cacheprofile.model.Server;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ProbeBuilder;

/** The three probes of a server. All of them accept each answer that a restart or less traffic would not cure. */
public sealed interface Probes permits RepeatingProbes, EarlierProbes {
    /** In seconds. */
    int NEVER = 3600;

    /** Returns the probes that the rendering of the server has. */
    static Probes of(Server server) {
        return switch (server.settings().rendering()) {
            case FIRST, SECOND -> new EarlierProbes(server.encrypts());
            case THIRD -> new RepeatingProbes(server.encrypts());
        };
    }

    /**
     * Returns the startup probe. It runs each second, so that the pod is ready a moment after its server and not up to a
     * readiness period later. A server that loads its data answers LOADING, however long that takes; one that does not answer
     * for a minute counts as stuck.
     */
    Probe startup();

    /** Returns the readiness probe. It fails without an answer and for LOADING, MASTERDOWN and unknown answers. */
    Probe readiness();

    /**
     * Returns the liveness probe. It accepts all known answers, so that neither a full disk nor a slow load makes the kubelet
     * restart the server again and again.
     */
    Probe liveness();

    /**
     * Returns a probe that is never asked within the life of a trial, so that it can neither end nor hold up one. Admission may
     * demand that a container has probes.
     */
    static Probe never(Probe probe) {
        return new ProbeBuilder(probe).withInitialDelaySeconds(NEVER).build();
    }
}
