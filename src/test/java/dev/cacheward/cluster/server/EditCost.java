package dev.cacheward.cluster.server;

import java.time.Duration;
import java.util.List;

/**
 * What an edit cost the applications that were writing meanwhile, and what it took.
 *
 * @param keysLost of those that were there before
 * @param writesLost what is wrong with acknowledged writes
 * @param errors the most that one client got
 * @param untilReady the time from the edit until the profile is Ready again
 * @param requests of the operator to the API server, and to Redis
 */
record EditCost(
        String edit,
        long keysLost,
        List<String> writesLost,
        int errors,
        Duration silence,
        Duration untilReady,
        Requests requests) {
    /**
     * How often the operator asked.
     *
     * @param redis commands on the server that serves at the end, without those of the writers and the probes
     */
    record Requests(long apiWrites, long apiReads, long redis) {}

    /** A row of a table. */
    String row() {
        return "| %s | %d | %d | %d | %d ms | %.1f s | %d + %d | %d |"
                .formatted(
                        edit,
                        keysLost,
                        writesLost.size(),
                        errors,
                        silence.toMillis(),
                        untilReady.toMillis() / 1000.0,
                        requests.apiWrites(),
                        requests.apiReads(),
                        requests.redis());
    }
}
