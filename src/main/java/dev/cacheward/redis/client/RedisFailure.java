package dev.cacheward.redis.client;

import dev.cacheward.status.Reason;

/** @param message says what to do next; no password, and no number that changes while nothing else does */
public record RedisFailure(Reason reason, String message) {}
