package dev.cacheward.leader;

import java.time.Duration;

/**
 * Holds the times of an election. A leader stops one {@code renewDeadline} after it <em>sent</em> its last successful renewal.
 * Another replica takes over no sooner than one {@code leaseDuration} after it <em>saw</em> that renewal, which is later. So
 * there is no leader for at least the difference of the two. Delays and wrong clocks cannot change that, as long as the
 * machines agree on the length of a second.
 *
 * @param leaseDuration how long a Lease that is not renewed keeps others out; whole seconds
 * @param renewDeadline how long its holder acts after its last renewal
 * @param renewPeriod the time between two renewals of the leader
 * @param retryPeriod the time between two attempts of a standby replica
 */
public record LeaseTimes(Duration leaseDuration, Duration renewDeadline, Duration renewPeriod, Duration retryPeriod) {
    /** The operator's times: the defaults of client-go, but standby replicas try more often. */
    public static final LeaseTimes OPERATOR = new LeaseTimes(
            Duration.ofSeconds(15), Duration.ofSeconds(10), Duration.ofSeconds(2), Duration.ofMillis(500));

    /** @throws IllegalArgumentException if a leader might act while another takes over */
    public LeaseTimes {
        if (renewDeadline.compareTo(leaseDuration) >= 0 || renewPeriod.compareTo(renewDeadline) >= 0) {
            throw new IllegalArgumentException("renewPeriod < renewDeadline < leaseDuration does not hold");
        }
    }
}
