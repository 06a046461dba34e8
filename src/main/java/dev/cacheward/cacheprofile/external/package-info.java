/**
 * This package holds what reads, asks and writes for a profile whose Redis somebody else runs. Its entry point is {@link
 * dev.cacheward.cacheprofile.external.ExternalProfiles}. Decisions belong to {@code cacheprofile.plan.external}, and what is asked
 * of a server to {@code redis.client.external}.
 */
package dev.cacheward.cacheprofile.external;
