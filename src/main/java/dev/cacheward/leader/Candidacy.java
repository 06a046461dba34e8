package dev.cacheward.leader;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseSpec;
import java.time.Duration;
import java.util.Optional;

/**
 * What a replica that does not lead knows of the Lease, and when it may take it. No clock of another machine counts: the times in
 * a Lease are only looked at for a change, and the age of the last change is measured by the own clock, which nobody can set.
 */
final class Candidacy {
    private final Duration lease;
    private Optional<LeaseSpec> last = Optional.empty();
    private long seenAt;

    Candidacy(Duration lease) {
        this.lease = lease;
    }

    /**
     * How long to wait before the Lease may be taken; zero: it is free. A Lease that was held when it was seen last and is gone
     * now has been deleted by hand: its holder may not know yet.
     *
     * <p>Of a read that takes long, the end counts for a change that it found, and the beginning for the age of one that was seen
     * before: whatever held it up, the Lease never looks older than it is.
     *
     * @param asked when the Lease was asked for, by {@link System#nanoTime}
     * @param answered when the answer was there
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

    /** Another may have been configured for a longer one; a senseless one does not make it shorter. */
    private Duration term() {
        return last.map(LeaseSpec::getLeaseDurationSeconds)
                .map(Duration::ofSeconds)
                .filter(theirs -> theirs.compareTo(lease) > 0)
                .orElse(lease);
    }
}
