package dev.cacheward.telemetry.redis;

/**
 * How many keys of one keyspace the last look saw.
 *
 * @param prefix as the spec has it
 * @param inTime expire in the time that they may live
 * @param tooLong expire later
 * @param never should expire and never do
 */
public record SampledKeys(String prefix, long inTime, long tooLong, long never) {}
