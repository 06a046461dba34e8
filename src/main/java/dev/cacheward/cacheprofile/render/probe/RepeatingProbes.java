package dev.cacheward.cacheprofile.render.probe;

import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ProbeBuilder;

/**
 * Probes of which one run asks many times. To start a command in a container costs far more than the PING: a probe that lasts two
 * minutes costs a fraction of one that is started every few seconds, and notices the same. When it fails it ends, and is started
 * as often as the period says until it is well again.
 */
record RepeatingProbes(boolean encrypted) implements Probes {
    /** How long a run lasts while all is well, in seconds. The kubelet waits for twice that, since a busy node takes its time. */
    private static final int RUN = 120;

    private static final String READY = Answers.SERVES + Answers.CUT;
    private static final String ALIVE = READY + Answers.STARTS;

    /** In seconds: what the start of a command in a container may take. */
    private static final int START = 10;

    @Override
    public Probe startup() {
        int patience = 3;
        return new ProbeBuilder()
                .withNewExec()
                .withCommand(
                        "sh", "-c", ProbeScript.once(encrypted, ALIVE), "cacheward-startup", String.valueOf(patience))
                .endExec()
                .withPeriodSeconds(1)
                .withTimeoutSeconds(patience + START)
                .withFailureThreshold(60)
                .build();
    }

    @Override
    public Probe readiness() {
        String script = ProbeScript.repeating(encrypted, READY);
        return repeating(ProbeScript.READINESS, script, new Pace(5, 3))
                .withFailureThreshold(2)
                .build();
    }

    @Override
    public Probe liveness() {
        String script = ProbeScript.repeating(encrypted, ALIVE);
        return repeating(ProbeScript.LIVENESS, script, new Pace(10, 5))
                .withFailureThreshold(6)
                .build();
    }

    private static ProbeBuilder repeating(String name, String script, Pace pace) {
        return new ProbeBuilder()
                .withNewExec()
                .withCommand(
                        "sh",
                        "-c",
                        script,
                        name,
                        String.valueOf(pace.every()),
                        String.valueOf(pace.patience()),
                        String.valueOf(RUN / pace.every()))
                .endExec()
                .withPeriodSeconds(pace.every())
                .withTimeoutSeconds(2 * RUN);
    }

    /**
     * How a run asks.
     *
     * @param every from one look at the answers to the next, in seconds; also the kubelet's period
     * @param patience how long the first answer may take, in seconds
     */
    private record Pace(int every, int patience) {}
}
