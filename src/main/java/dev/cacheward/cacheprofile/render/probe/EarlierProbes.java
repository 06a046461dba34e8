package dev.cacheward.cacheprofile.render.probe;

import dev.cacheward.redis.AclUser;
import dev.cacheward.redis.conf.CertificatePaths;
import dev.cacheward.redis.conf.RedisConf;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ProbeBuilder;

/**
 * The probes of servers that were made up to {@link dev.cacheward.redis.conf.Rendering#SECOND}: the kubelet runs a command for
 * each PING. They stay as they are to the letter.
 */
record EarlierProbes(boolean encrypted) implements Probes {
    private static final String ASK = "answer=$(REDISCLI_AUTH=$(cat " + RedisConf.PROBE_PASSWORD_PATH
            + ") redis-cli --user " + AclUser.PROBE + " -h \"$POD_IP\"";
    private static final String ENCRYPTED = " -p " + RedisConf.TLS_PORT + " --tls --insecure --cert "
            + CertificatePaths.atStart().certificate() + " --key "
            + CertificatePaths.atStart().key();
    private static final String JUDGE = " ping 2>&1); echo \"$answer\"; case \"$answer\" in ";
    private static final String VERDICT = ") exit 0;; *) exit 1;; esac";

    @Override
    public Probe startup() {
        return ask(Answers.SERVES + Answers.STARTS)
                .withPeriodSeconds(1)
                .withTimeoutSeconds(3)
                .withFailureThreshold(60)
                .build();
    }

    @Override
    public Probe readiness() {
        return ask(Answers.SERVES)
                .withPeriodSeconds(5)
                .withTimeoutSeconds(3)
                .withFailureThreshold(2)
                .build();
    }

    @Override
    public Probe liveness() {
        return ask(Answers.SERVES + Answers.STARTS)
                .withPeriodSeconds(10)
                .withTimeoutSeconds(5)
                .withFailureThreshold(6)
                .build();
    }

    private ProbeBuilder ask(String accepted) {
        return new ProbeBuilder()
                .withNewExec()
                .withCommand("sh", "-c", ASK + (encrypted ? ENCRYPTED : "") + JUDGE + accepted + VERDICT)
                .endExec();
    }
}
