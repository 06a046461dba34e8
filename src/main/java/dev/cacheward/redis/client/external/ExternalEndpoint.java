package dev.cacheward.redis.client.external;

import dev.cacheward.redis.Connection;

/**
 * A server of somebody else, and what may be done there.
 *
 * @param cluster whether applications connect to it as to a cluster, so that a redirection is no failure
 * @param keyPrefix what the names of the check's keys begin with
 */
public record ExternalEndpoint(Connection connection, boolean cluster, String keyPrefix) {}
