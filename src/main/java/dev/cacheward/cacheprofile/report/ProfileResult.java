package dev.cacheward.cacheprofile.report;

import java.time.Duration;
import java.util.Optional;

/**
 * What came of the steps of a reconciliation, whoever runs the Redis.
 *
 * @param redis what the status says of the Redis
 * @param revision of the connection to publish; empty if pods cannot be told by it
 * @param again when the next reconciliation must be at the latest; empty if there is no limit
 */
public record ProfileResult(
        ProfileOutcome outcome, RedisReport redis, Optional<String> revision, Optional<Duration> again) {}
