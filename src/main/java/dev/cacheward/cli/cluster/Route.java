package dev.cacheward.cli.cluster;

import dev.cacheward.redis.Authentication;
import dev.cacheward.redis.client.Dialogue;
import dev.cacheward.redis.client.RedisAddress;
import dev.cacheward.redis.client.Reply;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Optional;

/** The way from this process to the Redis in a pod. */
public interface Route extends AutoCloseable {
    /**
     * Logs in, runs the dialogue, and closes the connection. No call throws if the server is down, slow or refuses.
     *
     * @param address of the pod, as the operator reaches it
     * @return empty if the caller may not go this way, which is remembered as a refusal
     */
    <T> Optional<Reply<T>> ask(Pod pod, RedisAddress address, Authentication login, Dialogue<T> dialogue);

    /** Says how connections are made, such as {@code port-forward}. */
    String name();

    @Override
    void close();
}
