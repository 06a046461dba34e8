package dev.cacheward.cacheprofile.model;

import dev.cacheward.redis.client.RedisAddress;
import dev.cacheward.redis.client.ServerInfo;
import dev.cacheward.status.Cause;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;

/** The answer of the ready server to INFO, asked by the operator's own user. */
public sealed interface ObservedRedis {
    /** No pod is ready, or its credentials are lost. */
    record NotAsked() implements ObservedRedis {}

    /** The server gave no answer, or refused. */
    record Silent(RunningServer server, Cause cause) implements ObservedRedis {}

    /**
     * The server answered.
     *
     * @param config the parameters of its file, as it has them; empty if it did not say
     */
    record Answered(RunningServer server, ServerInfo info, SortedMap<String, String> config, LiveState state)
            implements ObservedRedis {
        /** A server of whose users nothing is known. */
        public Answered(RunningServer server, ServerInfo info, SortedMap<String, String> config) {
            this(server, info, config, LiveState.unknown());
        }

        /** A server of whose parameters nothing is known. */
        public Answered(RunningServer server, ServerInfo info) {
            this(server, info, Collections.emptySortedMap());
        }
    }

    /** Returns the answer of the server at this address; empty if another server or none answered. */
    default Optional<ServerInfo> infoOf(RedisAddress address) {
        return this instanceof Answered answered && answered.server().address().equals(address)
                ? Optional.of(answered.info())
                : Optional.empty();
    }

    /** Returns this if the server at this address was asked in vain. */
    default Optional<Silent> silenceOf(RedisAddress address) {
        return this instanceof Silent silent && silent.server().address().equals(address)
                ? Optional.of(silent)
                : Optional.empty();
    }
}
