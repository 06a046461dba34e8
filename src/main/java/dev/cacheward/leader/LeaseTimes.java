package dev.cacheward.leader;

import java.time.Duration;

/**
 * The times of an election. A leader stops one {@code deadline} after it <em>sent</em> its last good renewal; another takes over
 * no sooner than one {@code lease} after it <em>saw</em> that renewal, which is later. So nobody leads for at least the difference
 * of the two, whatever the API server, the network or a clock does, as long as the machines agree on how long a second is.
 *
 * @param lease how long a Lease that is not renewed keeps others out; whole seconds
 * @param deadline how long its holder acts after its last renewal
 * @param renewal between two renewals of the leader
 * @param look between two looks of a replica that stands by
 */
public record LeaseTimes(Duration lease, Duration deadline, Duration renewal, Duration look) {
    /** Those of the operator: what client-go has by default, but that replicas that stand by look more often. */
    public static final LeaseTimes OPERATOR = new LeaseTimes(
            Duration.ofSeconds(15), Duration.ofSeconds(10), Duration.ofSeconds(2), Duration.ofMillis(500));

    /** @throws IllegalArgumentException if a leader might act while another takes over */
    public LeaseTimes {
        if (deadline.compareTo(lease) >= 0 || renewal.compareTo(deadline) >= 0) {
            throw new IllegalArgumentException("renewal < deadline < lease does not hold");
        }
    }
}
