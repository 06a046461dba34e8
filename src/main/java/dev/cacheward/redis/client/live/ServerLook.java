package dev.cacheward.redis.client.live;

import dev.cacheward.redis.client.RedisAddress;
import dev.cacheward.redis.client.ServerInfo;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a server says of itself.
 *
 * @param config the parameters that were asked for, as far as the server has them; empty if it did not say
 * @param primary the server that it follows; empty if it takes writes itself
 * @param users empty if they were not asked for, or if it did not say
 */
public record ServerLook(
        ServerInfo info, SortedMap<String, String> config, Optional<RedisAddress> primary, Optional<UserList> users) {
    /** Keeps a copy. */
    public ServerLook {
        config = Collections.unmodifiableSortedMap(new TreeMap<>(config));
    }
}
