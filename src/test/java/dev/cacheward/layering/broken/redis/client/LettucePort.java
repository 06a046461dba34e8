package dev.cacheward.layering.broken.redis.client;

import io.lettuce.core.api.sync.RedisCommands;

/** Asks a server, as it may. */
record LettucePort(RedisCommands<String, String> commands) implements Port {
    @Override
    public String version() {
        return commands.info("server");
    }
}
