package dev.cacheward.cli.diff;

import dev.cacheward.cli.cluster.Route;
import dev.cacheward.redis.Authentication;
import dev.cacheward.redis.client.Dialogue;
import dev.cacheward.redis.client.RedisAddress;
import dev.cacheward.redis.client.Reply;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Optional;

/** No way: the server is not asked. */
record NoRoute() implements Route {
    @Override
    public <T> Optional<Reply<T>> ask(Pod pod, RedisAddress address, Authentication login, Dialogue<T> dialogue) {
        return Optional.empty();
    }

    @Override
    public String name() {
        return "no connection";
    }

    @Override
    public void close() {
        // Nothing was opened.
    }
}
