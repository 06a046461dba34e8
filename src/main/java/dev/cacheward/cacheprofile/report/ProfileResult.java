package dev.cacheward.cacheprofile.report;

import dev.cacheward.cacheprofile.report.health.Vitals;
import dev.cacheward.status.Finding;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What came of the steps of a reconciliation, whoever runs the Redis.
 *
 * @param redis what the status says of the Redis
 * @param vitals what was learned of the server's health, which {@link #told} puts into the report
 * @param revision of the connection to publish; empty if pods cannot be told by it
 * @param again when the next reconciliation must be at the latest; empty if there is no limit
 */
public record ProfileResult(
        ProfileOutcome outcome, RedisReport redis, Vitals vitals, Optional<String> revision, Optional<Duration> again) {
    /** Returns the same with more conditions that are no part of Ready. */
    public ProfileResult told(List<Finding> health) {
        return new ProfileResult(outcome, redis.with(health), vitals, revision, again);
    }
}
