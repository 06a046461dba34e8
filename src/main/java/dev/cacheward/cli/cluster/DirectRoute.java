package dev.cacheward.cli.cluster;

import dev.cacheward.redis.Authentication;
import dev.cacheward.redis.client.Dialogue;
import dev.cacheward.redis.client.RedisAddress;
import dev.cacheward.redis.client.RedisGateway;
import dev.cacheward.redis.client.Reply;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Optional;

/**
 * Connects to the address of the pod, as the operator does. That works inside of a cluster, and where its pods are routed.
 *
 * @param gateway stays the caller's
 */
public record DirectRoute(RedisGateway gateway) implements Route {
    @Override
    public <T> Optional<Reply<T>> ask(Pod pod, RedisAddress address, Authentication login, Dialogue<T> dialogue) {
        return Optional.of(gateway.ask(address, login, dialogue));
    }

    @Override
    public String name() {
        return "the pod's address";
    }

    @Override
    public void close() {
        // Each call closes its own connection.
    }
}
