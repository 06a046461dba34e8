package dev.cacheward.cacheprofile.render;

import dev.cacheward.redis.AclUser;
import dev.cacheward.redis.conf.CertificatePaths;
import dev.cacheward.redis.conf.RedisConf;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ProbeBuilder;

/**
 * Renders the probes of the server. They read the text of the answer, since the exit code of {@code redis-cli} is not reliable
 * (0 for MISCONF, 1 with an empty output if there are too many clients). Some of the text goes to stderr only.
 */
final class Probes {
    private static final String ASK = "answer=$(REDISCLI_AUTH=$(cat " + RedisConf.PROBE_PASSWORD_PATH
            + ") redis-cli --user " + AclUser.PROBE + " -h \"$POD_IP\"";

    /**
     * A probe stays within its pod, so it believes the certificate: for a moment the server may still show one that another CA has
     * signed than that of the files. It shows the server's own, in case that clients must show one.
     */
    private static final String ENCRYPTED = " -p " + RedisConf.TLS_PORT + " --tls --insecure --cert "
            + CertificatePaths.atStart().certificate() + " --key "
            + CertificatePaths.atStart().key();

    private static final String JUDGE = " ping 2>&1); echo \"$answer\"; case \"$answer\" in ";

    /**
     * The answers that count as ready. They include errors that a restart or less traffic would not cure, since a single
     * replica cannot fail over.
     */
    private static final String SERVES =
            "*PONG*|*MISCONF*|*BUSY*|*NOAUTH*|*WRONGPASS*|*NOPERM*|*'max number of clients'*";

    private static final String STARTS = "|*LOADING*|*MASTERDOWN*";
    private static final String VERDICT = ") exit 0;; *) exit 1;; esac";

    /** In seconds. */
    private static final int NEVER = 3600;

    private final boolean encrypted;

    /** @param encrypted whether the server takes encrypted connections; others it may not take at all */
    Probes(boolean encrypted) {
        this.encrypted = encrypted;
    }

    /** Returns the readiness probe. It fails without an answer and for LOADING, MASTERDOWN and unknown answers. */
    Probe readiness() {
        return ask(SERVES)
                .withPeriodSeconds(5)
                .withTimeoutSeconds(3)
                .withFailureThreshold(2)
                .build();
    }

    /**
     * Returns the startup probe. It runs each second, so that the pod is ready a moment after its server and not up to a
     * readiness period later. A server that loads its data answers LOADING, however long that takes; one that does not answer
     * for a minute counts as stuck.
     */
    Probe startup() {
        return ask(SERVES + STARTS)
                .withPeriodSeconds(1)
                .withTimeoutSeconds(3)
                .withFailureThreshold(60)
                .build();
    }

    /**
     * Returns the liveness probe. It accepts all known answers, so that neither a full disk nor a slow load makes the kubelet
     * restart the server again and again.
     */
    Probe liveness() {
        return ask(SERVES + STARTS)
                .withPeriodSeconds(10)
                .withTimeoutSeconds(5)
                .withFailureThreshold(6)
                .build();
    }

    /**
     * Returns a probe that is never asked within the life of a trial, so that it can neither end nor hold up one. Admission may
     * demand that a container has probes.
     */
    static Probe never(Probe probe) {
        return new ProbeBuilder(probe).withInitialDelaySeconds(NEVER).build();
    }

    private ProbeBuilder ask(String accepted) {
        return new ProbeBuilder()
                .withNewExec()
                .withCommand("sh", "-c", ASK + (encrypted ? ENCRYPTED : "") + JUDGE + accepted + VERDICT)
                .endExec();
    }
}
