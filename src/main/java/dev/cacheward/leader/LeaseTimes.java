package dev.cacheward.leader;

import java.time.Duration;

/**
 * The times of an election. A leader stops one {@code renewDeadline} after it <em>sent</em> its last good renewal; another takes over
 * no sooner than one {@code leaseDuration} after it <em>saw</em> that renewal, which is later. So nobody leads for at least the difference
 * of the two, whatever the API server, the network or a clock does, as long as the machines agree on how long a second is.
 *
 * @param leaseDuration how long a Lease that is not renewed keeps others out; whole seconds
 * @param renewDeadline how long its holder acts after its last renewal
 * @param renewPeriod between two renewals of the leader
 * @param retryPeriod between two tries of a replica that stands by
 */
public record LeaseTimes(Duration leaseDuration, Duration renewDeadline, Duration renewPeriod, Duration retryPeriod) {
    /** Those of the operator: what client-go has by default, but that replicas that stand by try more often. */
    public static final LeaseTimes OPERATOR = new LeaseTimes(
            Duration.ofSeconds(15), Duration.ofSeconds(10), Duration.ofSeconds(2), Duration.ofMillis(500));

    /** @throws IllegalArgumentException if a leader might act while another takes over */
    public LeaseTimes {
        if (renewDeadline.compareTo(leaseDuration) >= 0 || renewPeriod.compareTo(renewDeadline) >= 0) {
            throw new IllegalArgumentException("renewPeriod < renewDeadline < leaseDuration does not hold");
        }
    }
}
