package dev.cacheward.cluster.fault;

import java.time.Duration;
import java.util.List;

/**
 * What a fault was seen to cost. Times are of this machine.
 *
 * @param told from the fault to its reason
 * @param back from its end to Ready
 * @param before other reasons that were told meanwhile
 */
record FaultCost(Fault fault, Duration told, Duration back, int restarts, List<String> before) {
    /** A row of faults.md. */
    String row() {
        return "| %s | `%s` | %.1f s | %.1f s | %d | %s |"
                .formatted(
                        fault.name(),
                        fault.told().reason().wire(),
                        told.toMillis() / 1000.0,
                        back.toMillis() / 1000.0,
                        restarts,
                        before.isEmpty() ? "-" : String.join(", ", before));
    }
}
