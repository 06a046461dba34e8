package dev.cacheward.cacheprofile.report;

import dev.cacheward.api.v1alpha1.RedisStatus;
import dev.cacheward.status.Finding;
import java.util.Optional;

/**
 * What the status says of a Redis, beside whether it can be used.
 *
 * @param status empty while no connection is published
 * @param passed the message of RedisAvailable while it holds
 * @param certificate what is said of the certificate of a managed server
 */
public record RedisReport(Optional<RedisStatus> status, String passed, Optional<Finding> certificate) {
    /** Makes one without a certificate. */
    public RedisReport(Optional<RedisStatus> status, String passed) {
        this(status, passed, Optional.empty());
    }
}
