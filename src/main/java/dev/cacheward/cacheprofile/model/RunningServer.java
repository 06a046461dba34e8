package dev.cacheward.cacheprofile.model;

import dev.cacheward.redis.client.RedisAddress;

/**
 * A server that can be spoken to.
 *
 * @param credentials what it was given
 * @param configCommand what CONFIG is called there
 */
public record RunningServer(RedisAddress address, Credentials credentials, String configCommand) {}
