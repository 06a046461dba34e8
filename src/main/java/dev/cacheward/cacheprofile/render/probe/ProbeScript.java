package dev.cacheward.cacheprofile.render.probe;

import dev.cacheward.redis.AclUser;
import dev.cacheward.redis.conf.CertificatePaths;
import dev.cacheward.redis.conf.RedisConf;

/**
 * The shell text of the probes. It needs a POSIX shell, {@code sleep} and {@code redis-cli}. Nothing in it may wait without a bound,
 * and it waits for each child: otherwise the server becomes its parent and leaves a dead process for ever. So {@code timeout} is of
 * no use, as that of BusyBox leaves one at each call.
 */
final class ProbeScript {
    /**
     * What a probe stores between two runs, in the memory file system that each container has. A volume could be full. Without
     * the folder, or if it is full, a probe asks once in each run.
     */
    private static final String NOTES = "/dev/shm/";

    static final String READINESS = "cacheward-readiness";
    static final String LIVENESS = "cacheward-liveness";

    /**
     * A probe stays within its pod, so it believes the certificate: for a moment the server may still show one that another CA has
     * signed than that of the files. It shows the server's own, in case that clients must show one.
     */
    private static final String ENCRYPTED = " -p " + RedisConf.TLS_PORT + " --tls --insecure --cert "
            + CertificatePaths.atStart().certificate() + " --key "
            + CertificatePaths.atStart().key();

    /**
     * With too many clients a server cuts an encrypted connection before it could say so, and {@code redis-cli} ends by SIGPIPE
     * without a word. Only a server that runs does that.
     */
    private static final String CUT = "|' [141]'";

    /** Defines what both texts use. The password is read in each run, since it changes. */
    private static final String ASK = """
            client="redis-cli --user %s -h $POD_IP%s"
            IFS= read -r password <%s
            note() { { printf %%s "$2" >"$1"; } 2>/dev/null; }
            judge() { case "$answer" in %s) ;; *) echo "${answer:-no answer}"; return 1;; esac; }
            ask() {
              answer=$(
                REDISCLI_AUTH=$password $client ping 2>&1 &
                tenths=$((patience * 10))
                while kill -0 $! 2>/dev/null && [ $tenths -gt 0 ]; do sleep 0.1; tenths=$((tenths - 1)); done
                { kill $!; wait $!; } 2>/dev/null
                echo " [$?]"
              )
              judge
            }
            """;

    /**
     * Asks once, and if that is well and the kubelet knows it, goes on for a while: one client asks each second on one connection,
     * and every {@code $1} seconds its answers are read. None since the last time is a failure, and so is a last one that does
     * not count. A client that has given up, as it does with too many clients, is followed by one more ask. The kubelet knows that all is well if the last run ended well in the same container; otherwise it is told at
     * once. A pause before a failure keeps asks as far apart as those of two runs. The client is waited for, since the server
     * would become its parent, and does not.
     */
    private static final String REPEAT = """
            mark=%s$0 every=$1 patience=$2 left=$3 well=
            { IFS= read -r well <"$mark"; } 2>/dev/null
            note "$mark" ''
            if ! ask; then [ -z "$well" ] || sleep $((every - patience)); exit 1; fi
            if [ "$well" ]; then
              note "$mark-answers" ''
              exec 3<"$mark-answers"
              REDISCLI_AUTH=$password $client -r $((every * (left + 1))) -i 1 ping >>"$mark-answers" 2>&1 &
              while [ $left -gt 0 ]; do
                sleep $every; answer= left=$((left - 1))
                while IFS= read -r line <&3; do [ -z "$line" ] || answer=$line; done
                if [ "$answer" ] || kill -0 $! 2>/dev/null; then judge || left=-1
                else left=0; ask || left=-1; fi
              done
              { kill $!; wait $!; } 2>/dev/null
              [ $left = 0 ] || exit 1
            fi
            note "$mark" well
            exit 0
            """.formatted(NOTES);

    /** Asks once. What the other probes have noted is that of an earlier container, or nothing. */
    private static final String ONCE = """
            patience=$1
            note %s ''; note %s ''
            ask
            """.formatted(NOTES + READINESS, NOTES + LIVENESS);

    private ProbeScript() {}

    /** Returns the text that asks once; its argument is how long it waits for an answer, in seconds. */
    static String once(boolean encrypted, String accepted) {
        return ask(encrypted, accepted) + ONCE;
    }

    /**
     * Returns the text that asks repeatedly. Its name is {@link #READINESS} or {@link #LIVENESS}; its arguments are the time from
     * an answer to the next ask, how long it waits for an answer, both in seconds, and how often it asks.
     */
    static String repeating(boolean encrypted, String accepted) {
        return ask(encrypted, accepted) + REPEAT;
    }

    private static String ask(boolean encrypted, String accepted) {
        return ASK.formatted(
                AclUser.PROBE,
                encrypted ? ENCRYPTED : "",
                RedisConf.PROBE_PASSWORD_PATH,
                accepted + (encrypted ? CUT : ""));
    }
}
