package dev.cacheward.cacheprofile.model;

import dev.cacheward.redis.client.RedisAddress;

/**
 * A server that can be asked.
 *
 * @param credentials the credentials that it was given
 * @param configCommand the name of CONFIG on this server
 */
public record RunningServer(RedisAddress address, Credentials credentials, String configCommand) {
    /** Leaves out what is secret. */
    @Override
    public String toString() {
        return "RunningServer[" + address + "]";
    }
}
