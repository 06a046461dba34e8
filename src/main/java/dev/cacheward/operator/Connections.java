package dev.cacheward.operator;

import dev.cacheward.redis.client.LettuceGateway;
import dev.cacheward.redis.client.RedisGateway;
import dev.cacheward.runtime.Settings;
import io.fabric8.kubernetes.client.KubernetesClient;

/**
 * Leads to everything that an operator acts on.
 *
 * @param client stays the caller's, who closes it after the operator
 * @param redis is closed with the operator
 */
public record Connections(KubernetesClient client, RedisGateway redis) {
    /** Returns a client's cluster, and the servers in it. */
    public static Connections of(KubernetesClient client, Settings settings) {
        return new Connections(client, new LettuceGateway(settings.redis().timeout()));
    }
}
