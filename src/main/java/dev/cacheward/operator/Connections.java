package dev.cacheward.operator;

import dev.cacheward.redis.client.LettuceGateway;
import dev.cacheward.redis.client.RedisGateway;
import dev.cacheward.redis.client.external.DnsHostLookup;
import dev.cacheward.redis.client.external.ExternalGateway;
import dev.cacheward.redis.client.external.LettuceExternalGateway;
import dev.cacheward.runtime.Settings;
import io.fabric8.kubernetes.client.KubernetesClient;

/**
 * Leads to everything that an operator acts on. The gateways are closed with the operator.
 *
 * @param client stays the caller's, who closes it after the operator
 * @param redis leads to servers of the operator
 * @param external leads to servers of somebody else
 */
public record Connections(KubernetesClient client, RedisGateway redis, ExternalGateway external) {
    /** Returns a client's cluster, and the servers in it. */
    public static Connections of(KubernetesClient client, Settings settings) {
        LettuceGateway gateway = new LettuceGateway(settings.redis().timeout());
        return new Connections(client, gateway, new LettuceExternalGateway(gateway, new DnsHostLookup()));
    }
}
