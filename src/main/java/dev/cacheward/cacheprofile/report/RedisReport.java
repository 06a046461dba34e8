package dev.cacheward.cacheprofile.report;

import dev.cacheward.api.v1alpha1.RedisStatus;
import java.util.Optional;

/**
 * What the status says of a Redis, beside whether it can be used.
 *
 * @param status empty while no connection is published
 * @param passed the message of RedisAvailable while it holds
 */
public record RedisReport(Optional<RedisStatus> status, String passed) {}
