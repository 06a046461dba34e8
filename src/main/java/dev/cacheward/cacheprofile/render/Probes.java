package dev.cacheward.cacheprofile.render;

import dev.cacheward.redis.AclUser;
import dev.cacheward.redis.conf.RedisConf;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ProbeBuilder;

/**
 * The kubelet's questions to the server. The exit code of {@code redis-cli} says nothing (0 for MISCONF, 1 with an empty output
 * when the clients are too many), so the answer's text is read; some of it goes to stderr only.
 */
final class Probes {
    private static final String ASK =
            "answer=$(REDISCLI_AUTH=$(cat " + RedisConf.PROBE_PASSWORD_PATH + ") redis-cli --user " + AclUser.PROBE
                    + " -h \"$POD_IP\" ping 2>&1); echo \"$answer\"; case \"$answer\" in ";

    /** One replica has nowhere to fail over to: trouble that a restart or less traffic would not cure stays ready. */
    private static final String SERVES =
            "*PONG*|*MISCONF*|*BUSY*|*NOAUTH*|*WRONGPASS*|*NOPERM*|*'max number of clients'*";

    private static final String STARTS = "|*LOADING*|*MASTERDOWN*";
    private static final String VERDICT = ") exit 0;; *) exit 1;; esac";

    private Probes() {}

    /** Not ready only for no answer, LOADING and MASTERDOWN. */
    static Probe readiness() {
        return ask(SERVES)
                .withPeriodSeconds(5)
                .withTimeoutSeconds(3)
                .withFailureThreshold(2)
                .build();
    }

    /**
     * Asked each second so that the pod is ready a moment after its server, not up to a readiness period later. A server that
     * loads its data answers LOADING, however long it takes; one that says nothing for a minute hangs.
     */
    static Probe startup() {
        return ask(SERVES + STARTS)
                .withPeriodSeconds(1)
                .withTimeoutSeconds(3)
                .withFailureThreshold(60)
                .build();
    }

    /** Any answer counts, so that neither a full disk nor a slow load becomes a loop of kills. */
    static Probe liveness() {
        return ask(SERVES + STARTS)
                .withPeriodSeconds(10)
                .withTimeoutSeconds(5)
                .withFailureThreshold(6)
                .build();
    }

    private static ProbeBuilder ask(String accepted) {
        return new ProbeBuilder()
                .withNewExec()
                .withCommand("sh", "-c", ASK + accepted + VERDICT)
                .endExec();
    }
}
