package dev.cacheward.leader;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseSpec;
import java.time.Duration;
import java.util.Optional;

/**
 * Decides when a replica that does not lead may take the Lease. The clocks of other machines do not matter: the times in a
 * Lease only show that it has changed, and the age of the last change is measured by a monotonic clock of this machine.
 */
final class Candidacy {
    private final Duration lease;
    private Optional<LeaseSpec> last = Optional.empty();
    private long seenAt;

    Candidacy(Duration lease) {
        this.lease = lease;
    }

    /**
     * Returns how long to wait before the Lease may be taken; zero means that it is free. A Lease that was held before and is
     * missing now was deleted by hand, and its holder may not know that yet.
     *
     * <p>A read can take long. The time of a new change is the end of the read that found it, and the age of an earlier change
     * is measured at the beginning of the read. So the Lease never looks older than it is.
     *
     * @param asked when the Lease was requested, by {@link System#nanoTime}
     * @param answered when the answer came, by the same clock
     */
    Duration wait(Optional<Lease> found, long asked, long answered) {
        Optional<LeaseSpec> now = found.map(Lease::getSpec);
        if (found.isPresent() && now.flatMap(LeaseRecord::holder).isEmpty() || now.isEmpty() && last.isEmpty()) {
            return Duration.ZERO;
        }
        if (now.isPresent() && !now.equals(last)) {
            last = now;
            seenAt = answered;
        }
        Duration left = term().minusNanos(asked - seenAt);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** The holder may be configured for a longer duration than this replica, but a shorter one is ignored. */
    private Duration term() {
        return last.map(LeaseSpec::getLeaseDurationSeconds)
                .map(Duration::ofSeconds)
                .filter(theirs -> theirs.compareTo(lease) > 0)
                .orElse(lease);
    }
}
