package dev.cacheward.operator;

import dev.cacheward.redis.client.LettuceGateway;
import dev.cacheward.redis.client.RedisGateway;
import dev.cacheward.redis.client.external.ExternalGateway;
import dev.cacheward.redis.client.external.LettuceExternalGateway;
import dev.cacheward.runtime.Settings;
import io.fabric8.kubernetes.client.KubernetesClient;

/**
 * Leads to everything that an operator acts on.
 *
 * @param client stays the caller's, who closes it after the operator
 * @param redis is closed with the operator
 * @param external asks by {@code redis}
 */
public record Connections(KubernetesClient client, RedisGateway redis, ExternalGateway external) {
    /** Returns a client's cluster, and the servers in it. */
    public static Connections of(KubernetesClient client, Settings settings) {
        return of(client, new LettuceGateway(settings.redis().timeout()));
    }

    /** Returns a client's cluster, and servers that are asked by this gateway. */
    public static Connections of(KubernetesClient client, RedisGateway redis) {
        return new Connections(client, redis, new LettuceExternalGateway(redis));
    }
}
