package dev.cacheward.cacheprofile.report;

import dev.cacheward.api.v1alpha1.PurgeStatus;
import dev.cacheward.api.v1alpha1.RedisStatus;
import dev.cacheward.status.Finding;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the status says of a Redis, beside whether it can be used.
 *
 * @param status empty while no connection is published
 * @param passed the message of RedisAvailable while it holds
 * @param health conditions that are no part of Ready, in the order of {@link dev.cacheward.status.ConditionType}
 * @param purge the purge that is asked for
 */
public record RedisReport(
        Optional<RedisStatus> status, String passed, List<Finding> health, Optional<PurgeStatus> purge) {
    /** Keeps a copy. */
    public RedisReport {
        health = List.copyOf(health);
    }

    /** Makes one of a Redis for which nobody has asked for a purge. */
    public RedisReport(Optional<RedisStatus> status, String passed, List<Finding> health) {
        this(status, passed, health, Optional.empty());
    }

    /** Makes one that says nothing of its health. */
    public RedisReport(Optional<RedisStatus> status, String passed) {
        this(status, passed, List.of());
    }

    /** Returns this report with more conditions at its end. */
    public RedisReport with(List<Finding> more) {
        return new RedisReport(
                status, passed, Stream.concat(health.stream(), more.stream()).toList(), purge);
    }

    /** Returns this report with what there is to say of a purge. */
    public RedisReport purging(Optional<PurgeStatus> purge) {
        return new RedisReport(status, passed, health, purge);
    }
}
