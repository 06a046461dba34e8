package dev.cacheward.cacheprofile.model;

import dev.cacheward.redis.client.RedisAddress;
import dev.cacheward.redis.client.ServerInfo;
import dev.cacheward.status.Cause;
import java.util.Optional;

/** What the server that serves said of itself, as the operator's own user asked it. */
public sealed interface ObservedRedis {
    /** No pod serves, or nobody knows the passwords of the one that does. */
    record NotAsked() implements ObservedRedis {}

    /** It did not say it. */
    record Silent(RunningServer server, Cause cause) implements ObservedRedis {}

    /** It said it. */
    record Answered(RunningServer server, ServerInfo info) implements ObservedRedis {}

    /** What the server at this address said; empty if that is another one, or none. */
    default Optional<ServerInfo> infoOf(RedisAddress address) {
        return this instanceof Answered answered && answered.server().address().equals(address)
                ? Optional.of(answered.info())
                : Optional.empty();
    }
}
